"""What keeps the tests quick without leaving any out: short forms, less tidied up."""

import gc
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine

from web.storage import postgres, sqlite

Form = Callable[[float, float], float]

ALL = 10_000  # statements that may be kept
FIRST: dict[str, Engine] = {}  # of a kind of database
SELDOM = (10_000, 20, 100)  # when memory is looked through for what nobody needs


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the long form of tests that search or repeat be asked for."""
    parser.addoption("--long", action="store_true", help="run tests as long as `make exam` does")


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


def pytest_configure() -> None:
    """Compile a statement once for all databases, a fifth of the time of a test of a page."""
    for module in (postgres, sqlite):
        module.create_engine = _sharing_statements  # type: ignore[attr-defined]


def _sharing_statements(*said: Any, **named: Any) -> Engine:
    engine = create_engine(*said, query_cache_size=ALL, **named)
    first = FIRST.setdefault(engine.name, engine)
    engine.dialect, engine._compiled_cache = first.dialect, first._compiled_cache  # noqa: SLF001
    return engine
