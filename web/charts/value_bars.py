"""What was expected and what was discovered, as bars and ticks, in all pilots or in one."""

from msgspec import Struct
from sqlalchemy import Connection

from projections.engine.as_of import Cut
from projections.value.totals import Yields, yields_of
from web.charts.bars_and_ticks import UnitBars, draw_sums


class Worth(Struct, frozen=True):
    """Sums of values."""

    told: Yields
    drawn: tuple[UnitBars, ...]


def worth_of(db: Connection, cut: Cut, pilot: str = "") -> Worth:
    """Return what was expected and what was discovered, in all pilots or in one."""
    told = yields_of(db, cut, pilot)
    return Worth(told, draw_sums(told.rows))
