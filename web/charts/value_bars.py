"""What was expected and what was discovered, as bars and ticks, in all pilots or in one."""

from msgspec import Struct
from sqlalchemy import Connection

from projections.engine.as_of import Cut
from projections.value.totals import ValueTotals, value_totals
from web.charts.bars_and_ticks import UnitBars, draw_sums


class ValueBars(Struct, frozen=True):
    """Sums of values."""

    told: ValueTotals
    drawn: tuple[UnitBars, ...]


def value_bars_of(db: Connection, cut: Cut, pilot: str = "") -> ValueBars:
    """Return what was expected and what was discovered, in all pilots or in one."""
    totals = value_totals(db, cut, pilot)
    return ValueBars(totals, draw_sums(totals.rows))
