"""A line through the shares of one week after the other: x in percent, y in pixels."""

from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct

EDGE = 8.0  # pixels kept free above and below, so that a dot is seen whole


class TrendPoint(Struct, frozen=True):
    """A share that is there, and the week it belongs to, counted from 0."""

    x: float
    y: float
    week: int


class Trend(Struct, frozen=True):
    """The dots of all weeks that have a share, and a line through each unbroken run of them."""

    tall: float
    dots: tuple[TrendPoint, ...]
    lines: tuple[str, ...]
    """The points of each line, as a polyline writes them."""
    rules: tuple[tuple[float, str], ...]
    """Where the lines for nothing, half and all lie, and what each is called."""


def trend(shares: Sequence[float | None], tall: float) -> Trend:
    """Lay shares (0 to 1) out from left to right; a week without one breaks the line."""
    room = 100 / max(1, len(shares))
    dots = [
        TrendPoint(round((week + 0.5) * room, 2), _y(share, tall), week)
        for week, share in enumerate(shares)
        if share is not None
    ]
    runs = groupby(enumerate(dots), key=lambda each: each[1].week - each[0])
    lines = (" ".join(f"{dot.x},{dot.y}" for _, dot in run) for _, run in runs)
    rules = tuple((_y(share, tall), f"{share:.0%}") for share in (0.0, 0.5, 1.0))
    return Trend(tall, tuple(dots), tuple(line for line in lines if " " in line), rules)


def _y(share: float, tall: float) -> float:
    return round(tall - EDGE - share * (tall - 2 * EDGE), 2)
