"""What was expected and what was discovered, added up where it is of one kind and one unit."""

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct
from sqlalchemy import Connection, select

from domain.metrics.metric import Figure
from domain.metrics.value import VALUES_UNSIZED
from projections.engine.as_of import Cut, seen
from projections.models.values import VALUES

VALUES_ADDED_UP = 2000  # values that are added up, the newest


class ValueTotal(Struct, frozen=True, kw_only=True):
    """All values of one square of the outcome grid whose amounts are of one unit."""

    cell: str
    unit: str
    expected: Decimal
    planned: Decimal
    """Discovered values that answer an expected one."""
    unplanned: Decimal
    """Discovered values that nobody had expected."""
    values: int

    @property
    def got(self) -> Decimal:
        """Return the sum of all that was discovered, expected or not, in the unit of this total."""
        return self.planned + self.unplanned


class ValueTotals(Struct, frozen=True):
    """The sums by unit and square, and how many values have no amount to add up."""

    rows: tuple[ValueTotal, ...]
    unsized: Figure
    left_out: bool
    """Whether there are more values than the newest 2,000."""


def value_totals(db: Connection, cut: Cut, pilot: str = "") -> ValueTotals:
    """Return the sums of one pilot, or of all; amounts of different units are never added."""
    c = VALUES.c
    query = select(c.kind, c.cell, c.unit, c.amount, c.expected).where(*seen(VALUES, cut))
    query = query.where(c.pilot == pilot) if pilot else query
    rows = db.execute(query.order_by(c.position.desc()).limit(VALUES_ADDED_UP + 1)).all()
    newest = rows[:VALUES_ADDED_UP]
    sized = [row for row in newest if row.amount is not None and row.unit]
    squares: dict[tuple[str, str], list[tuple[str, Decimal]]] = {}
    for row in sized:
        part = "expected"
        if row.kind == "discovered":
            part = "planned" if row.expected else "unplanned"
        place = row.unit.strip().casefold(), row.cell
        squares.setdefault(place, []).append((part, Decimal(row.amount)))
    units = {row.unit.strip().casefold(): row.unit.strip() for row in sized}
    totals = (_added(cell, units[unit], parts) for (unit, cell), parts in sorted(squares.items()))
    return ValueTotals(
        tuple(totals),
        VALUES_UNSIZED.counts(len(newest) - len(sized)),
        len(rows) > VALUES_ADDED_UP,
    )


def _added(cell: str, unit: str, parts: Iterable[tuple[str, Decimal]]) -> ValueTotal:
    sums = dict.fromkeys(("expected", "planned", "unplanned"), Decimal(0))
    values = 0
    for part, amount in parts:
        sums[part] += amount
        values += 1
    return ValueTotal(cell=cell, unit=unit, values=values, **sums)
