"""What was expected and what was discovered, as bars and ticks, in all pilots or in one."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from msgspec import Struct, field
from sqlalchemy import Connection

from projections.engine.as_of import Cut
from projections.value.totals import ValueTotal, ValueTotals, value_totals


class ValueBar(Struct, frozen=True):
    """Widths in percent: what had been expected and came, what nobody planned, and the tick."""

    sums: ValueTotal
    planned: float
    unplanned: float
    tick: float | None


class UnitBars(Struct, frozen=True):
    """The bars whose amounts are of one unit, drawn to one scale: the largest of them is 100 %."""

    unit: str
    bars: tuple[ValueBar, ...]


class ValueBars(Struct, frozen=True):
    """What was expected and discovered in sums, and the same as bars, unit by unit."""

    totals: ValueTotals = field(name="told")
    drawn: tuple[UnitBars, ...]


def value_bars_of(db: Connection, cut: Cut, pilot: str = "") -> ValueBars:
    """Return what was expected and what was discovered, in all pilots or in one."""
    totals = value_totals(db, cut, pilot)
    return ValueBars(totals, draw_sums(totals.rows))


def draw_sums(rows: Sequence[ValueTotal]) -> tuple[UnitBars, ...]:
    """Lay sums out that come in the order of their units."""
    return tuple(
        UnitBars(unit, _bars(list(group)))
        for unit, group in groupby(rows, key=lambda row: row.unit)
    )


def _bars(rows: Sequence[ValueTotal]) -> tuple[ValueBar, ...]:
    most = max(max(row.got, row.expected) for row in rows)

    def width(amount: Decimal) -> float:
        return round(max(float(amount / most) * 100, 0.0), 2) if most > 0 else 0.0

    return tuple(
        ValueBar(
            row,
            width(row.planned),
            width(row.unplanned),
            width(row.expected) if row.expected else None,
        )
        for row in rows
    )
