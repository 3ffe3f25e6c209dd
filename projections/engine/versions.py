"""Lays out the tables that pages read, and throws them away when a release reads others."""

from functools import cache
from hashlib import sha256

from sqlalchemy import Engine, Inspector, inspect, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from projections.engine.schema import PLACE, VIEWS

VIRTUAL = ("texts_found",)  # goes before the tables it is made of
REVISION = 1  # raise it when a projection tells the same tables something else


@cache
def views_version() -> str:
    """Return what the tables of this release are called by: a digest of their declarations."""
    parts = [str(REVISION)]
    for dialect in (sqlite.dialect(), postgresql.dialect()):  # type: ignore[no-untyped-call]
        for table in VIEWS.sorted_tables:
            parts.append(str(CreateTable(table).compile(dialect=dialect)))
            parts += sorted(str(CreateIndex(i).compile(dialect=dialect)) for i in table.indexes)
    return sha256("".join(parts).encode()).hexdigest()[:16]


def lay_out(views: Engine) -> bool:
    """Make the tables where they are missing or of another release; tell whether any were made."""
    version = views_version()
    with views.execution_options(writing=True).begin() as db:
        there: Inspector = inspect(db)
        if there.has_table("place") and db.scalar(select(PLACE.c.version)) == version:
            return False
        for name in (*VIRTUAL, *inspect(db).get_table_names()):
            db.exec_driver_sql(f'DROP TABLE IF EXISTS "{name}"')
        VIEWS.create_all(db)
        db.execute(PLACE.insert().values(id=1, position=0, version=version))
    return True
