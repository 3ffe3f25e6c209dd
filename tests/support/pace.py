"""What keeps the tests quick without leaving any out: short forms, less tidied up."""

import gc
from collections.abc import Callable

import pytest

Form = Callable[[float, float], float]

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
