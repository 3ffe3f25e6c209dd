"""Every kind of thing that has a page of its own, and where it stands: asked for by its kind."""

from collections.abc import Collection, Iterable
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, select

from domain.kinds import KINDS
from projections import models
from projections.engine.as_of import Cut, as_known, seen
from projections.engine.schema import VIEWS
from projections.records.lookups import Rows, one

for _model in iter_modules(models.__path__):  # a table is declared once its module is imported
    import_module(f"{models.__name__}.{_model.name}")


def table_of(kind: str) -> Table:
    """Return the table that holds the states of the records of a kind."""
    return VIEWS.tables[KINDS[kind].table]


def record(db: Connection, cut: Cut, kind: str, stream: str) -> RowMapping | None:
    """Return a thing of a kind as it was known, or None where it was not."""
    return one(db, table_of(kind), cut, **{kind: stream})


def records_among(db: Connection, cut: Cut, kind: str, streams: Iterable[str]) -> Rows:
    """Return those of some things of a kind that were known."""
    table = table_of(kind)
    known = table.c[kind].in_(list(streams)), *seen(table, cut)
    return db.execute(select(table).where(*known)).mappings().all()


def newest_records(
    db: Connection,
    cut: Cut,
    kind: str,
    limit: int,
    /,
    *,
    without: tuple[str, Collection[str]] | None = None,
    **only: Any,
) -> Rows:
    """Return the newest things of a kind whose columns say so.

    `without` is a column and what it must not say. A column that a kind does not have, such as
    the pilot of a programme, is not asked for.
    """
    table = table_of(kind)
    query = as_known(table, cut)
    for column, value in only.items():
        query = query.where(table.c[column] == value) if column in table.c else query
    if without:
        query = query.where(table.c[without[0]].not_in(without[1]))
    return db.execute(query.order_by(table.c.position.desc()).limit(limit)).mappings().all()
