"""What keeps the tests quick without leaving any out: short forms, less tidied up."""

import gc
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import Engine, create_engine

from web.storage import postgres, sqlite

Form = Callable[[float, float], float]

ALL = 10_000  # statements that may be kept
FIRST: dict[str, Engine] = {}  # of a kind of database
SHORT, LONG = "short", "long"  # the same examples each time, or ten times as many others
TIMES = 10
SELDOM = (10_000, 20, 100)  # when memory is looked through for what nobody needs

settings.register_profile(
    SHORT,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
settings.register_profile(LONG, settings.get_profile(SHORT), derandomize=False)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the long form of tests that search or repeat be asked for."""
    parser.addoption("--long", action="store_true", help="run tests as long as `make exam` does")


def searched(count: int, **more: Any) -> settings:
    """Return settings of a property test: how many examples, ten times as many in the long form."""
    is_long = settings.get_current_profile_name() == LONG
    return settings(max_examples=count * (TIMES if is_long else 1), **more)


@pytest.fixture
def form(request: pytest.FixtureRequest) -> Form:
    """Chooses between a figure of the short form and one of the long form."""
    is_long = bool(request.config.getoption("--long"))
    return lambda short, long: long if is_long else short


def pytest_collection_finish() -> None:
    """Leave thousands of tests out of each look through memory, a sixth of the time otherwise."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)


def pytest_configure(config: pytest.Config) -> None:
    """Choose how properties are searched, and compile a statement once for all databases.

    The latter takes a fifth of the time off a test of a page.
    """
    settings.load_profile(LONG if config.getoption("--long") else SHORT)
    for module in (postgres, sqlite):
        module.create_engine = _sharing_statements  # type: ignore[attr-defined]


def _sharing_statements(*said: Any, **named: Any) -> Engine:
    engine = create_engine(*said, query_cache_size=ALL, **named)
    first = FIRST.setdefault(engine.name, engine)
    engine.dialect, engine._compiled_cache = first.dialect, first._compiled_cache  # noqa: SLF001
    return engine
