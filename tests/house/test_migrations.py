"""Migrations give exactly the tables that the code declares, on both engines."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, MetaData, make_url

from pilots.store.tables import HISTORY
from tests.house.shapes import shape_in_postgres, shape_in_sqlite
from tests.support.machines.engines import ENGINES
from web.accounts.tables import OPERATIONS
from web.migrations import migrate
from web.storage.postgres import open_postgres
from web.storage.sqlite import open_sqlite

DATABASES = {"history": HISTORY, "operations": OPERATIONS}
BOTH = pytest.mark.parametrize(("which", "declared"), DATABASES.items(), ids=DATABASES.keys())
Open = Callable[[str], Engine]


def _shape(db: Connection) -> dict[str, Any]:
    """Return what the engine knows about the shape of its tables."""
    return shape_in_postgres(db) if db.dialect.name == "postgresql" else shape_in_sqlite(db)


@pytest.fixture(params=ENGINES)
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Open]:
    """Open empty databases by name, on either engine."""
    engines: list[Engine] = []
    server = request.getfixturevalue("server") if request.param == "postgresql" else None
    address = server.create() if server else ""

    def opened(name: str) -> Engine:
        url = make_url(address) if address else None
        engines.append(open_postgres(url, name) if url else open_sqlite(tmp_path / name))
        return engines[-1]

    yield opened
    for engine in engines:
        engine.dispose()
    if server:
        server.drop(address)


def _migrated(opened: Open, which: str) -> Engine:
    engine = opened("migrated")
    migrate(engine, which)
    return engine


@BOTH
def test_a_migrated_database_has_the_shape_that_is_declared(
    opened: Open, which: str, declared: MetaData
) -> None:
    made = opened("made")
    with made.execution_options(writing=True).begin() as db:
        declared.create_all(db)
    with made.connect() as ours, _migrated(opened, which).connect() as theirs:
        assert _shape(theirs) == _shape(ours) != {}


@BOTH
def test_alembic_finds_nothing_left_to_migrate(
    opened: Open, which: str, declared: MetaData
) -> None:
    options = {"version_table": "migrations", "compare_type": True}
    with _migrated(opened, which).connect() as db:
        assert compare_metadata(MigrationContext.configure(db, opts=options), declared) == []


@BOTH
def test_migrating_again_changes_nothing(opened: Open, which: str, declared: MetaData) -> None:
    engine = _migrated(opened, which)
    with engine.connect() as db:
        before = _shape(db)
    migrate(engine, which)
    with engine.connect() as db:
        assert _shape(db) == before
        assert declared.tables.keys() <= before.keys()
