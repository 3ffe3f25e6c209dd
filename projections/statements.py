"""The statements the pen writes with, made once for each table."""

from collections.abc import Callable
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Dialect, Table, bindparam, update
from sqlalchemy.dialects import postgresql, sqlite

Row = dict[str, Any]


@cache
def insert_into(table: Table, dialect: Dialect) -> str:
    """Return the plain statement: the driver takes rows twice as fast as they are compiled."""
    mark = "?" if dialect.paramstyle == "qmark" else "%s"
    quote = dialect.identifier_preparer.quote
    names = ", ".join(quote(name) for name in table.c.keys())  # noqa: SIM118  # no mapping
    marks = ", ".join(mark for _ in table.c)
    return f"INSERT INTO {quote(table.name)} ({names}) VALUES ({marks})"  # noqa: S608  # our names


@cache
def cells_of(table: Table) -> Callable[[Row], tuple[Any, ...]]:
    """Return what takes the cells of a row, in the order of the columns."""
    return itemgetter(*table.c.keys())


def ending(table: Table) -> Any:
    """Return the statement that ends stored states."""
    this = (table.c[name] == bindparam(f"_{name}") for name in (*table.info["keys"], "position"))
    end: Row = {name: bindparam(f"_{name}") for name in ("until_position", "known_until")}
    return update(table).where(*this).values(end)


def adding_to(table: Table, dialect: str) -> Any:
    """Return the statement that adds to sums, and begins those that are not there."""
    new = postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
    both = {"amount": table.c.amount + new.excluded.amount}
    return new.on_conflict_do_update(index_elements=[*table.primary_key], set_=both)
