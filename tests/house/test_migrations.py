"""Migrations give exactly the tables that the code declares."""

from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, MetaData

from pilots.store.tables import HISTORY
from web.accounts.tables import OPERATIONS
from web.databases import open_sqlite
from web.migrations import migrate

DATABASES = {"history": HISTORY, "operations": OPERATIONS}


def _shape(db: Connection) -> dict[str, Any]:
    """Return everything SQLite knows about the shape of its tables."""
    shape: dict[str, Any] = {}
    tables = db.exec_driver_sql("PRAGMA table_list").mappings().all()
    for table in tables:
        name = table["name"]
        if table["schema"] != "main" or name.startswith("sqlite_") or name == "migrations":
            continue
        indexes = db.exec_driver_sql(f'PRAGMA index_list("{name}")').mappings().all()
        shape[name] = (
            (table["wr"], table["strict"]),
            [tuple(row) for row in db.exec_driver_sql(f'PRAGMA table_xinfo("{name}")')],
            sorted(
                (each["unique"], each["origin"], each["partial"], *_columns(db, each["name"]))
                for each in indexes
            ),
            "AUTOINCREMENT" in str(db.exec_driver_sql(
                f"SELECT sql FROM sqlite_master WHERE name = '{name}'"  # noqa: S608  # our names
            ).scalar()),
        )  # fmt: skip
    return shape


def _columns(db: Connection, index: str) -> list[str]:
    return [row[2] for row in db.exec_driver_sql(f'PRAGMA index_info("{index}")')]


def _migrated(folder: Path, which: str) -> Engine:
    engine = open_sqlite(folder / "migrated.sqlite")
    migrate(engine, which)
    return engine


@pytest.mark.parametrize(("which", "declared"), DATABASES.items(), ids=DATABASES.keys())
def test_a_migrated_database_has_the_shape_that_is_declared(
    tmp_path: Path, which: str, declared: MetaData
) -> None:
    made = open_sqlite(tmp_path / "made.sqlite")
    with made.execution_options(writing=True).begin() as db:
        declared.create_all(db)
    with made.connect() as ours, _migrated(tmp_path, which).connect() as theirs:
        assert _shape(theirs) == _shape(ours) != {}


@pytest.mark.parametrize(("which", "declared"), DATABASES.items(), ids=DATABASES.keys())
def test_alembic_finds_nothing_left_to_migrate(
    tmp_path: Path, which: str, declared: MetaData
) -> None:
    options = {"version_table": "migrations", "compare_type": True}
    with _migrated(tmp_path, which).connect() as db:
        assert compare_metadata(MigrationContext.configure(db, opts=options), declared) == []


@pytest.mark.parametrize("which", DATABASES)
def test_migrating_again_changes_nothing(tmp_path: Path, which: str) -> None:
    engine = _migrated(tmp_path, which)
    with engine.connect() as db:
        before = _shape(db)
    migrate(engine, which)
    with engine.connect() as db:
        assert _shape(db) == before
