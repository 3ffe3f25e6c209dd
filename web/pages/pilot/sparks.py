"""A line small enough to stand beside a number: how it moved, without scales."""

from collections.abc import Sequence

from msgspec import Struct

from web.charts.smooth import through

WIDE, TALL, EDGE = 100, 28, 3  # the box it is drawn in


class Spark(Struct, frozen=True):
    """The line and the area under it, in a box of 100 by 28."""

    path: str
    area: str


def spark(amounts: Sequence[float]) -> Spark | None:
    """Return the line through amounts, from nothing to the largest; None for fewer than three."""
    most = max(amounts, default=0)
    if len(amounts) < 3 or not most:  # noqa: PLR2004  # two points say nothing of a way
        return None
    step = WIDE / (len(amounts) - 1)
    points = [
        (round(at * step, 1), round(TALL - EDGE - amount / most * (TALL - 2 * EDGE), 1))
        for at, amount in enumerate(amounts)
    ]
    path = through(points)
    return Spark(path, f"{path}V{TALL}H0Z")
