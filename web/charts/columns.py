"""Columns that stand side by side: x and width in percent, y and height in pixels."""

from collections.abc import Sequence

from msgspec import Struct

GAP = 0.22  # of the room for one column
LEAST = 2.0  # pixels, so that a small amount is seen


class Column(Struct, frozen=True):
    """One column; its middle is where its name is written."""

    x: float
    width: float
    y: float
    height: float
    middle: float


def columns(amounts: Sequence[float], tall: float, most: float = 0.0) -> tuple[Column, ...]:
    """Return a column for each amount, `tall` pixels for `most`, or for the largest of them."""
    most = most or max(amounts, default=0.0)
    room = 100 / max(1, len(amounts))
    return tuple(
        _column(at * room, room, amount / most if most else 0.0, tall)
        for at, amount in enumerate(amounts)
    )


def _column(left: float, room: float, share: float, tall: float) -> Column:
    height = max(LEAST, share * tall) if share else 0.0
    x, width = left + room * GAP / 2, room * (1 - GAP)
    middle = left + room / 2
    return Column(
        round(x, 3), round(width, 3), round(tall - height, 2), round(height, 2), round(middle, 3)
    )
