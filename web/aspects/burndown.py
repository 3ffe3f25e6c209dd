"""The burn-down of risks: for each moment a bar of open assumptions, stacked by risk."""

from collections.abc import Sequence

from msgspec import Struct

from projections.evidence.open_assumptions import Count

HEIGHT, UNIT = 130.0, 26.0  # pixels of the tallest bar, and of one assumption at most
BARS_SHOWN = 60  # bars that find room beside each other
GAP = 0.15  # of a bar's place, left free


class BurndownBlock(Struct, frozen=True):
    """One part of a bar: y and height in pixels."""

    risk: str
    y: float
    height: float


class BurndownBar(Struct, frozen=True):
    """One bar: x and width in percent."""

    x: float
    width: float
    blocks: tuple[BurndownBlock, ...]


class Burndown(Struct, frozen=True):
    """Everything the template draws."""

    bars: tuple[BurndownBar, ...]
    height: float
    most: int
    """Open assumptions in the tallest bar."""


def burndown(counts: Sequence[Count]) -> Burndown:
    """Lay out the newest 60 moments, the riskiest assumptions at the bottom."""
    shown = counts[-BARS_SHOWN:]
    most = max((each.high + each.medium + each.low for each in shown), default=0)
    place = 100 / max(len(shown), 1)
    unit = min(UNIT, HEIGHT / max(most, 1))
    bars = tuple(
        BurndownBar(
            round(place * (number + GAP / 2), 2),
            round(place * (1 - GAP), 2),
            _blocks(each, unit, top=unit * most),
        )
        for number, each in enumerate(shown)
    )
    return Burndown(bars, round(unit * most, 1), most)


def _blocks(count: Count, unit: float, *, top: float) -> tuple[BurndownBlock, ...]:
    blocks, y = [], top
    for risk, amount in (("high", count.high), ("medium", count.medium), ("low", count.low)):
        if amount:
            height = unit * amount
            y -= height
            blocks.append(BurndownBlock(risk, round(y, 1), round(height, 1)))
    return tuple(blocks)
