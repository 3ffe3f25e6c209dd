"""A platform on which things have happened, and what its tables hold when told all at once."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from zlib import crc32

import pytest
from sqlalchemy import Engine, make_url

from domain.kernel.access import Asker
from pilots.commands.participation import LogParticipation, VoidParticipation
from pilots.commands.pilot import StartPilot
from pilots.exchange.polis import import_polis
from pilots.exchange.polis_files import read_polis
from projections.engine.catch_up import catch_up
from projections.registry import PROJECTIONS
from tests.support.machines.engines import ENGINES
from tests.support.stories.builders import ask
from tests.support.stories.hivemind import HIVE, HIVEMIND, Hive
from tests.support.stories.telling import Tables, dump, fresh
from web.bootstrap import Platform, build
from web.storage.copy import copy_platform
from web.storage.postgres import open_postgres


@pytest.fixture(autouse=True)
def _views_on_this_engine(database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let tables that are told by hand stand in the same kind of database."""
    opened: list[Engine] = []

    def open_views(folder: Path, name: str) -> Engine:
        schema = f"views_{crc32(bytes(folder))}_{name}"
        opened.append(open_postgres(make_url(database), schema, durable=False))
        return opened[-1]

    if database:
        monkeypatch.setattr("tests.support.stories.telling.open_views", open_views)
    yield
    for engine in opened:
        engine.dispose()


@pytest.fixture
def busy(platform: Platform, mere: Asker, pilot: str) -> Platform:
    """A platform on which some things have happened."""
    for number in range(12):
        log = LogParticipation(pilot=pilot, guests=(f"Guest {number}",), learned="Ask first.")
        logged = ask(platform, mere, log)
        if number % 3 == 0:
            void = VoidParticipation(entry=logged.stream("entry"), reason="Never was.")
            ask(platform, mere, void)
    ask(platform, mere, StartPilot(pilot=pilot))
    return platform


@pytest.fixture
def alone(busy: Platform, tmp_path: Path) -> Tables:
    """What stands in the tables when one teller tells everything at once."""
    engine = fresh(tmp_path, "alone")
    catch_up(engine, busy.source, PROJECTIONS)
    return dump(engine)


@pytest.fixture
def kept(busy: Platform) -> Platform:
    """The same platform, with tables that have heard it all."""
    busy.views.keep_up()
    return busy


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hive]:
    """A platform with all four imported, and which pilot each became."""
    with closing(build(tmp_path_factory.mktemp("hive"))) as platform:
        brought = {
            name: import_polis(platform.pilots, read_polis(HIVEMIND / name)).pilot for name in HIVE
        }
        platform.views.keep_up()
        yield platform, brought


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Look at the real data on both engines in the long form: a copy takes 40 s on PostgreSQL."""
    if "hive" in metafunc.fixturenames:
        engines = ENGINES if metafunc.config.getoption("--long") else ENGINES[:1]
        metafunc.parametrize("hive", engines, indirect=True, scope="session")


@pytest.fixture(scope="session")
def hive(
    request: pytest.FixtureRequest,
    imported: Hive,
    tmp_path_factory: pytest.TempPathFactory,
    new_database: Callable[[str], str],
) -> Iterator[Hive]:
    """The same on each engine; PostgreSQL has a copy of the history."""
    if request.param == "sqlite":
        yield imported
        return
    folder, address = tmp_path_factory.mktemp("hive"), new_database(request.param)
    with closing(build(folder, database_url=address)) as empty:
        copy_platform(imported[0].stores, empty.stores)
    with closing(build(folder, database_url=address)) as platform:
        platform.views.keep_up()
        yield platform, imported[1]
