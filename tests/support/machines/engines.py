"""What a test may ask for to hold on both engines: databases of its own, made by copying."""

from collections.abc import Callable, Iterator

import pytest

from tests.support.machines.postgres import FAST, MISSING, Server, binaries, serving
from web.bootstrap import Platform, build

ENGINES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A real PostgreSQL, or the reason why there is none."""
    if binaries() is None:
        pytest.skip(MISSING)
    with serving(*FAST) as server:
        yield server


@pytest.fixture(scope="session")
def empty_database(server: Server, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a database with an empty platform, to be copied."""
    address = server.create()
    build(tmp_path_factory.mktemp("none"), database_url=address).close()
    return address


@pytest.fixture(scope="session")
def new_database(request: pytest.FixtureRequest) -> Callable[[str], str]:
    """Makes the database of an empty platform on an engine; its address is empty for SQLite."""

    def new(engine: str) -> str:
        if engine == "sqlite":
            return ""
        server: Server = request.getfixturevalue("server")
        return server.create(request.getfixturevalue("empty_database"))

    return new


@pytest.fixture
def postgres(server: Server, new_database: Callable[[str], str]) -> Iterator[str]:
    """The address of a PostgreSQL database of its own, with an empty platform."""
    address = new_database("postgresql")
    yield address
    server.drop(address)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Let what is marked so hold on both engines."""
    is_marked = metafunc.definition.get_closest_marker("both_engines")
    if is_marked and "on_engine" in metafunc.fixturenames:
        metafunc.parametrize("on_engine", ENGINES, indirect=True)


@pytest.fixture
def on_engine(request: pytest.FixtureRequest) -> str:
    """The engine a platform is on: SQLite, or each of both where a test is marked so."""
    return str(getattr(request, "param", "sqlite"))


@pytest.fixture
def database(request: pytest.FixtureRequest, on_engine: str) -> str:
    """The address of the PostgreSQL database a platform is in; empty for SQLite files."""
    return str(request.getfixturevalue("postgres")) if on_engine == "postgresql" else ""


def on_both(request: pytest.FixtureRequest) -> str:
    """Return the address of the database of one of `ENGINES`, for a fixture with both in it."""
    return str(request.getfixturevalue("postgres")) if request.param == "postgresql" else ""


def built_again(platform: Platform) -> Platform:
    """Build a platform anew where it is, as another process would."""
    url = platform.history.url
    address = url.render_as_string(hide_password=False) if url.host else ""
    return build(
        platform.folder,
        platform.pilots.clock,
        database_url=address.replace("+psycopg", ""),
    )
