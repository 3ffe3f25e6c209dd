"""Opens databases: SQLite files with writers that queue and commits that are on disk."""

from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

try:
    import pysqlite3.dbapi2 as sqlite  # carries an SQLite without the WAL-reset bug
except ImportError:  # pragma: no cover  # where the package has no build
    import sqlite3 as sqlite

FIXED_IN = (3, 51, 3)
DRIVER: ModuleType = sqlite


def open_sqlite(path: Path, *, durable: bool = True) -> Engine:
    """Open an SQLite file; `durable` commits are on disk before anybody is told.

    Writers ask with `engine.execution_options(writing=True)` and wait for their turn.
    """
    engine = create_engine(
        f"sqlite:///{path}", module=DRIVER, pool_size=10, max_overflow=40, pool_timeout=30
    )
    synchronous = "FULL" if durable else "NORMAL"

    def set_up(connection: Any, _: object) -> None:
        connection.isolation_level = None
        for pragma in (
            "busy_timeout=30000",
            "journal_mode=WAL",
            f"synchronous={synchronous}",
            "secure_delete=ON",  # what is erased is gone from the file too
            "trusted_schema=OFF",
            "cache_size=-16000",
            "temp_store=MEMORY",
        ):
            connection.execute(f"PRAGMA {pragma}")

    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", _begin)
    return engine


def has_wal_bug() -> bool:
    """Tell whether this SQLite may lose data when several processes write."""
    return tuple(DRIVER.sqlite_version_info) < FIXED_IN


def _begin(db: Connection) -> None:
    writing = db.get_execution_options().get("writing")
    db.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
