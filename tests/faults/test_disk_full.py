"""A full disk: a sentence, nothing stored by halves, and on as before once there is room."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from time import monotonic, sleep

import pytest
from sqlalchemy import create_engine

from tests.faults.calling import call
from tests.faults.crowd import Crowd
from tests.faults.promise import Place, assert_kept, tell
from tests.faults.small_disk import filled, no_larger_files, small_disk
from tests.support.machines.pace import Form
from tests.support.machines.postgres import Server
from tests.support.pages.web_server import stop_server

NOT_HERE = "Mounting a small disk needs root; the test with a limit on files runs everywhere."


@pytest.fixture
def disk() -> Iterator[Path]:
    """A folder on a small disk."""
    with small_disk(48) as folder:
        if folder is None:
            pytest.skip(NOT_HERE)
        yield folder


@pytest.fixture
def small_database(server: Server, disk: Path) -> Iterator[str]:
    """A PostgreSQL database whose tables are on the small disk."""
    url = server.url.set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as db:
        home = os.stat(db.exec_driver_sql("SHOW data_directory").scalar_one())  # noqa: PTH116  # a name
        (disk / "tables").mkdir()
        os.chown(disk, home.st_uid, home.st_gid)
        os.chown(disk / "tables", home.st_uid, home.st_gid)
        db.exec_driver_sql(f"CREATE TABLESPACE small LOCATION '{disk / 'tables'}'")
        db.exec_driver_sql("CREATE DATABASE small TEMPLATE template0 TABLESPACE small")
        yield server.url.set(database="small").render_as_string(hide_password=False)
        db.exec_driver_sql("DROP DATABASE small WITH (FORCE)")
        db.exec_driver_sql("DROP TABLESPACE small")
    engine.dispose()


def test_a_full_disk_under_sqlite_is_survived(disk: Path, form: Form) -> None:
    survive(Place(disk / "data"), lambda _: filled(disk), form, "disk full, SQLite")


def test_a_full_disk_under_postgresql_is_survived(
    disk: Path, small_database: str, tmp_path: Path, form: Form
) -> None:
    place = Place(tmp_path / "data", small_database)
    survive(place, lambda _: filled(disk), form, "disk full, PostgreSQL")


def test_a_limit_on_files_under_sqlite_is_survived(tmp_path: Path, form: Form) -> None:
    place = Place(tmp_path / "data")

    def no_room(process: int) -> AbstractContextManager[None]:
        written = (place.folder / "events.sqlite-wal").stat().st_size
        return no_larger_files(process, written + 10_000)

    survive(place, no_room, form, "limit on files, SQLite")


def survive(
    place: Place, no_room: Callable[[int], AbstractContextManager[None]], form: Form, fault: str
) -> None:
    """Let a crowd write while there is no room, and then while there is some again."""
    pilot = place.new_pilot()
    server, address = place.serve()
    with Crowd(address, pilot, 8) as crowd:
        for _ in range(int(form(1, 3))):
            crowd.wait_for(20)
            with no_room(server.pid):
                wait_for_refusals(crowd, 10)
                assert call(address, "GET", "/healthz") == (200, "ok")
                assert call(address, "GET", "/api/v1/events?limit=10")[0] == 200
            crowd.wait_for(20)
    assert server.poll() is None
    stop_server(server)
    tell(fault, assert_kept(place, crowd), "events, refused:", dict(crowd.refused))


def wait_for_refusals(crowd: Crowd, more: int) -> None:
    """Wait until so many more requests were refused."""
    enough, deadline = crowd.refused.total() + more, monotonic() + 60
    while crowd.refused.total() < enough:
        assert monotonic() < deadline, "nobody noticed that there is no room"
        sleep(0.02)
