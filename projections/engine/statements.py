"""The plain statements the pen writes with: a driver takes rows faster than they are compiled."""

from collections.abc import Callable, Iterable
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table

Row = dict[str, Any]
ENDED = ("known_until", "until_position")


@cache
def cells_of(table: Table) -> Callable[[Row], tuple[Any, ...]]:
    """Return what takes the cells of a row, in the order of the columns."""
    return itemgetter(*table.c.keys())


@cache
def blank_of(table: Table) -> Row:
    """Return a row of a table that says nothing yet."""
    return dict.fromkeys(table.c.keys())


def insert_into(db: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Write new rows."""
    db.exec_driver_sql(_insert(table, _mark(db)), list(map(cells_of(table), rows)))


def add_to_sums(db: Connection, table: Table, sums: Iterable[tuple[Any, ...]]) -> None:
    """Add to sums, and begin those that are not there; each is its key and an amount."""
    db.exec_driver_sql(_add(table, _mark(db)), list(sums))


def end_states(db: Connection, table: Table, ends: Iterable[tuple[Any, ...]]) -> None:
    """End stored states; each is when and where it ends, its key, and where it began."""
    db.exec_driver_sql(_end(table, _mark(db)), list(ends))


def write_over(db: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Write what rows say over the rows of the same key.

    When each ends is left alone, and so is what was looked up elsewhere.
    """
    cells, keys = _apart(table)
    db.exec_driver_sql(_over(table, _mark(db)), list(map(itemgetter(*cells, *keys), rows)))


def _mark(db: Connection) -> str:
    return "?" if db.dialect.paramstyle == "qmark" else "%s"


@cache
def _insert(table: Table, mark: str) -> str:
    names = ", ".join(f'"{name}"' for name in blank_of(table))
    marks = ", ".join(mark for _ in table.c)
    return f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})'  # noqa: S608  # our own names


@cache
def _add(table: Table, mark: str) -> str:
    keys = ", ".join(f'"{column.name}"' for column in table.primary_key)
    both = f'amount = "{table.name}".amount + excluded.amount'
    return f"{_insert(table, mark)} ON CONFLICT ({keys}) DO UPDATE SET {both}"


@cache
def _end(table: Table, mark: str) -> str:
    ends = ", ".join(f"{name} = {mark}" for name in ENDED)
    keys = " AND ".join(f'"{name}" = {mark}' for name in (*table.info["keys"], "position"))
    return f'UPDATE "{table.name}" SET {ends} WHERE {keys}'  # noqa: S608  # our own names


@cache
def _over(table: Table, mark: str) -> str:
    cells, keys = _apart(table)
    assignments = ", ".join(f'"{name}" = {mark}' for name in cells)
    matches = " AND ".join(f'"{name}" = {mark}' for name in keys)
    return f'UPDATE "{table.name}" SET {assignments} WHERE {matches}'  # noqa: S608  # our own names


def _apart(table: Table) -> tuple[list[str], list[str]]:
    keys = [column.name for column in table.primary_key]
    fixed = (*keys, *ENDED)
    cells = [column for column in table.c if not column.info.get("looked_up")]
    return [column.name for column in cells if column.name not in fixed], keys
