"""Where SQLite and PostgreSQL differ for views: how one write reaches live and spare tables."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, text


@contextmanager
def reaching(live: Engine, spare: Engine) -> Iterator[tuple[Connection, str]]:
    """Write to the live tables, and hand out what the spare ones are called by in there.

    Nobody else tells the live tables anything until it ends; all is written then, or nothing.
    """
    writer = live.execution_options(writing=True)
    if live.dialect.name == "postgresql":
        with spare.connect() as there:
            schema = there.scalar(text("SELECT current_schema()"))
        with writer.begin() as db:
            yield db, f'"{schema}"'
        return
    with writer.connect() as db:
        raw: Any = db.connection.driver_connection
        raw.execute("ATTACH DATABASE ? AS spare", [spare.url.database])
        try:
            with db.begin():
                yield db, "spare"
        finally:
            raw.execute("DETACH DATABASE spare")


def forget(views: Engine) -> None:
    """Let nothing that was erased wait in SQLite's journal; PostgreSQL vacuums by itself."""
    if views.dialect.name == "sqlite":
        with views.connect() as db:
            raw: Any = db.connection.driver_connection
            raw.rollback()
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
