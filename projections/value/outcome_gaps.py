"""The outcome grid of all pilots together: how much stands in each square, and which are empty."""

from collections import Counter

from msgspec import Struct
from sqlalchemy import Connection, func, select

from projections.engine.as_of import Cut, seen
from projections.models.charters import MEASURES
from projections.models.values import VALUES
from projections.value.outcome_grid import HOW, OTHER, WHOM


class CellTally(Struct, frozen=True):
    """How much stands in one square of the grid, in all pilots."""

    cell: str
    expected: int
    discovered: int
    measures: int

    @property
    def is_empty(self) -> bool:
        """Tell whether no measure and no value of any pilot stands there."""
        return not (self.expected or self.discovered or self.measures)


class OutcomeGaps(Struct, frozen=True):
    """The grid row by row, what has no place in it, and its empty squares."""

    how: tuple[str, ...]
    rows: tuple[tuple[str, tuple[CellTally, ...]], ...]
    unplaced: CellTally
    empty: tuple[str, ...]


def outcome_gaps(db: Connection, cut: Cut) -> OutcomeGaps:
    """Return the grid of all pilots, as far as a cut sees."""
    cell = VALUES.c.cell, VALUES.c.kind
    found: Counter[tuple[str, str]] = Counter()
    values = select(*cell, func.count()).where(*seen(VALUES, cut)).group_by(*cell)
    for square, kind, amount in db.execute(values):
        found[square, kind] += amount
    measures = select(MEASURES.c.cell, func.count()).where(*seen(MEASURES, cut))
    for square, amount in db.execute(measures.group_by(MEASURES.c.cell)):
        found[square, "measure"] += amount
    whom = (*WHOM, OTHER) if any(square.startswith(OTHER) for square, _ in found) else WHOM
    rows = tuple((each, tuple(_tally(f"{each}/{how}", found) for how in HOW)) for each in whom)
    empty = tuple(tally.cell for _, tallies in rows for tally in tallies if tally.is_empty)
    return OutcomeGaps(HOW, rows, _tally("unplaced", found), empty)


def _tally(cell: str, found: Counter[tuple[str, str]]) -> CellTally:
    return CellTally(
        cell, found[cell, "expected"], found[cell, "discovered"], found[cell, "measure"]
    )
