"""The kinds of table that pages read: states, logs, and sums that any order adds up to alike."""

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import BigInteger, Column, Index, Integer, MetaData, String, Table

VIEWS = MetaData()

TEXT = String().with_variant(String(collation="C"), "postgresql")  # in the order SQLite keeps
WHOLE = BigInteger().with_variant(Integer, "sqlite")  # what grows with the history

BLOCK = 1024  # positions per sum, so that a page as shown at a position stays exact and cheap


def day(name: str) -> Column[Any]:
    """Make a column for a `Day`: found when it was written, and never looked up again."""
    return Column(name, String, info={"looked_up": True})


def states(name: str, *columns: Column[Any]) -> Table:
    """Make a table of states: one row from each change to the next; the current one has no end.

    Keyed by one stream (its primary key columns), so that intervals never cross.
    """
    keys = [column.name for column in columns if column.primary_key]
    table = Table(
        name,
        VIEWS,
        *_in_text_order(columns),
        Column("position", WHOLE, primary_key=True, autoincrement=False),
        Column("known_from", TEXT, nullable=False),
        Column("known_until", TEXT),
        Column("until_position", WHOLE),
    )
    table.info.update(kind="states", keys=tuple(keys), rollups=[])
    return table


def log(name: str, *columns: Column[Any]) -> Table:
    """Make a table that only grows: rows that each come from one fact and never change."""
    table = Table(
        name,
        VIEWS,
        *_in_text_order(columns),
        Column("position", WHOLE, primary_key=True, autoincrement=False),
        Column("known_from", TEXT, nullable=False),
    )
    table.info.update(kind="log")
    return table


class Rollup:
    """How many states there are by some of their columns: now, by day known, by block of positions.

    Kept by the pen whenever a state begins or ends, so it cannot disagree with the states.
    """

    def __init__(
        self, name: str, states: Table, by: Sequence[str], *, counts_all: bool = True
    ) -> None:
        """Declare the sums and hang them on the table they count.

        Unless it `counts_all`, what lacks one of the columns is counted in none.
        """
        self.states = states
        self.counts_all = counts_all
        self.by = tuple(by)
        self.key = _taking(self.by)
        self.now = self._sums(f"{name}_now_sums")
        self.days = self._sums(f"{name}_day_sums", Column("known_on", TEXT, primary_key=True))
        self.blocks = self._sums(f"{name}_block_sums", Column("block", WHOLE, primary_key=True))
        states.info["rollups"].append(self)
        if len(states.info["rollups"]) == 1:  # what an unfinished day or block is counted by
            for edge in ("known_from", "known_until", "position", "until_position"):
                place = states.c[edge]
                some = place.is_not(None) if place.nullable else None
                Index(
                    f"{states.name}_{edge}",
                    states.c[self.by[0]],
                    place,
                    sqlite_where=some,
                    postgresql_where=some,
                )

    def _sums(self, name: str, *more: Column[Any]) -> Table:
        keys = [Column(key, self.states.c[key].type, primary_key=True) for key in self.by]
        amount = Column("amount", WHOLE, nullable=False)
        table = Table(name, VIEWS, *keys, *more, amount, sqlite_with_rowid=False)
        table.info.update(kind="sums")
        return table


def _in_text_order(columns: Sequence[Column[Any]]) -> Sequence[Column[Any]]:
    """Let columns that are declared as plain text sort alike on every engine."""
    for column in columns:
        if type(column.type) is String:
            column.type = TEXT
    return columns


def _taking(names: tuple[str, ...]) -> Callable[[Mapping[str, Any]], tuple[Any, ...]]:
    if len(names) == 1:
        return lambda row: (row[names[0]],)
    return itemgetter(*names)


PLACE = Table(
    "place",
    VIEWS,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("position", WHOLE, nullable=False),
    Column("version", TEXT, nullable=False),
)

PARKED = Table(
    "parked",
    VIEWS,
    Column("projection", TEXT, primary_key=True),
    Column("stream", TEXT, primary_key=True),
    Column("position", WHOLE, nullable=False),
    Column("error", TEXT, nullable=False),
)
