"""The outcome grid: whom a measure or a value serves, and how; what has no place is listed."""

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct
from sqlalchemy import Connection

from domain.metrics import value
from domain.metrics.metric import Figure
from projections.engine.as_of import Cut
from projections.models.charters import MEASURES
from projections.models.values import VALUES
from projections.records.lookups import all_of

PIECES_PER_KIND = 500  # of a kind in one pilot
WHOM = ("employees", "customers", "vendors", "partners")
OTHER = "other"
HOW = ("satisfaction", "retention", "cost", "sales")


class Piece(Struct, frozen=True):
    """A measure (by its key) or a value that stands in the grid."""

    kind: str
    """measure, expected or discovered"""
    thing: str
    says: str


class OutcomeCell(Struct, frozen=True):
    """One square of the grid, with what stands in it; most are empty at first."""

    cell: str
    pieces: tuple[Piece, ...]
    measures: int
    values: int


class StakeholderRow(Struct, frozen=True):
    """One row of the grid: a kind of stakeholder, over the four outcomes."""

    whom: str
    squares: tuple[OutcomeCell, ...]


class Grid(Struct, frozen=True):
    """The grid, what is not placed in it, and how much there is of each kind in all."""

    how: tuple[str, ...]
    sides: tuple[StakeholderRow, ...]
    unplaced: tuple[Piece, ...]
    measures: Figure
    expected: Figure
    discovered: Figure
    empty: Figure
    """Squares with nothing in them."""


def grid_of(db: Connection, cut: Cut, pilot: str) -> Grid:
    """Return where the measures and values of a pilot stand in the outcome grid."""
    placed: dict[str, list[Piece]] = defaultdict(list)
    for cell, piece in _pieces(db, cut, pilot):
        placed[cell].append(piece)
    whom = (*WHOM, OTHER) if any(cell.startswith(OTHER) for cell in placed) else WHOM
    sides = tuple(
        StakeholderRow(each, tuple(_square(f"{each}/{how}", placed) for how in HOW))
        for each in whom
    )
    kinds = [piece.kind for pieces in placed.values() for piece in pieces]
    return Grid(
        HOW,
        sides,
        tuple(placed["unplaced"]),
        measures=value.MEASURES.counts(kinds.count("measure")),
        expected=value.EXPECTED.counts(kinds.count("expected")),
        discovered=value.DISCOVERED.counts(kinds.count("discovered")),
        empty=value.EMPTY_SQUARES.counts(
            sum(not square.pieces for side in sides for square in side.squares)
        ),
    )


def _pieces(db: Connection, cut: Cut, pilot: str) -> Iterator[tuple[str, Piece]]:
    for row in all_of(db, MEASURES, cut, pilot, limit=PIECES_PER_KIND):
        yield row["cell"], Piece("measure", row["measure"], row["name"])
    for row in all_of(db, VALUES, cut, pilot, limit=PIECES_PER_KIND):
        yield row["cell"], Piece(row["kind"], row["value"], row["statement"])


def _square(cell: str, placed: dict[str, list[Piece]]) -> OutcomeCell:
    pieces = tuple(placed.get(cell, ()))
    measures = sum(piece.kind == "measure" for piece in pieces)
    return OutcomeCell(cell, pieces, measures, len(pieces) - measures)
