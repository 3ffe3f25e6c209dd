"""Bars of what was got with a tick at what was expected, on one scale for a whole ledger."""

from collections.abc import Iterable

from msgspec import Struct

WIDEST = 2.0  # of what was expected; whatever goes beyond ends at the edge
ROOM = 1.25  # so that the tick stands within the picture where little was got


class Bullet(Struct, frozen=True):
    """Widths in percent of the picture: the bar of what was got, the tick of what was expected."""

    bar: float
    tick: float


def bullets(shares: Iterable[float | None]) -> list[Bullet]:
    """Return a bullet for each share got ÷ expected; without one the bar is empty."""
    known = list(shares)
    most = max((share for share in known if share is not None), default=0.0)
    scale = 100 / min(max(most, ROOM), WIDEST)
    return [
        Bullet(round(min(max(share or 0.0, 0.0) * scale, 100.0), 2), round(scale, 2))
        for share in known
    ]
