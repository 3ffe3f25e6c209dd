"""Lessons on their way: a lane for each pilot, and curves to where lessons went."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from projections.learning.transfer import Transfer
from web.charts.scale import Scale, Tick

LANES = 12  # pilots that are drawn, those with most curves
CURVES = 40  # the newest
LANE = 38.0  # pixels


class TransferPath(Struct, frozen=True):
    """One lesson from a lane to another; `x` is in percent, `y` in pixels."""

    transfer: Transfer
    x0: float
    y0: float
    x1: float
    y1: float
    tone: str
    """held, failed, or used where nobody has said yet"""

    @property
    def path(self) -> str:
        """Return the curve in a box that is 1000 wide."""
        start, end = self.x0 * 10, self.x1 * 10
        bend = (end - start) / 2
        via = f"{start + bend:.0f} {self.y0:.0f} {end - bend:.0f} {self.y1:.0f}"
        return f"M{start:.0f} {self.y0:.0f}C{via} {end:.0f} {self.y1:.0f}"


class TransferPicture(Struct, frozen=True):
    """The lanes from above, each a pilot with its title and its middle, and the curves."""

    lanes: tuple[tuple[str, str, float], ...]
    curves: tuple[TransferPath, ...]
    ticks: Sequence[Tick]
    tall: float


def draw_transfers(rows: Sequence[Transfer], order: Sequence[str], scale: Scale) -> TransferPicture:
    """Lay curves out, newest first; the lanes keep the order in which the pilots began."""
    busy = Counter(pilot for row in rows for pilot in (row.home, row.there))
    titles = {row.home: row.home_title for row in rows} | {
        row.there: row.there_title for row in rows
    }
    chosen = sorted(busy, key=lambda pilot: (-busy[pilot], pilot))[:LANES]
    begun = {pilot: number for number, pilot in enumerate(order)}
    lanes = sorted(chosen, key=lambda pilot: (begun.get(pilot, len(begun)), pilot))
    middle = {pilot: LANE * (number + 0.5) for number, pilot in enumerate(lanes)}
    drawn = [row for row in rows if row.home in middle and row.there in middle][:CURVES]
    curves = (
        TransferPath(
            row,
            scale(row.learned_at),
            middle[row.home],
            scale(row.at),
            middle[row.there],
            "used" if row.held is None else "held" if row.held else "failed",
        )
        for row in drawn
    )
    drawn_lanes = tuple((pilot, titles[pilot], middle[pilot]) for pilot in lanes)
    return TransferPicture(drawn_lanes, tuple(curves), scale.ticks(), LANE * len(lanes))
