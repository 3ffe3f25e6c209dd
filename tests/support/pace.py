"""What keeps the tests quick without leaving any out: less measured, less tidied up."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

Form = Callable[[float, float], float]

MEASURED = 1  # of the tests that differ only in what they are given
SELDOM = (10_000, 20, 100)  # when memory is looked through for what nobody needs


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the long form of tests that search or repeat be asked for."""
    parser.addoption("--long", action="store_true", help="run tests as long as `make exam` does")


@pytest.fixture
def form(request: pytest.FixtureRequest) -> Form:
    """Chooses between a figure of the short form and one of the long form."""
    is_long = bool(request.config.getoption("--long"))
    return lambda short, long: long if is_long else short


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Measure the coverage of the first of each test: it doubles their time; others repeat."""
    met: Counter[str] = Counter()
    for item in items:
        test = item.nodeid.partition("[")[0]
        met[test] += 1
        if met[test] > MEASURED:
            item.add_marker(pytest.mark.no_cover)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    """Measure nothing of what only prepares a test that is not measured."""
    with _unmeasured(item):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Measure nothing of what only tidies such a test up."""
    with _unmeasured(item):
        return (yield)


@contextmanager
def _unmeasured(item: pytest.Item) -> Iterator[None]:
    """Pause the coverage as pytest-cov does while such a test itself runs."""
    measuring = getattr(item.config.pluginmanager.getplugin("_cov"), "cov_controller", None)
    if measuring is None or item.get_closest_marker("no_cover") is None:
        yield
        return
    measuring.pause()
    try:
        yield
    finally:
        measuring.resume()


def pytest_collection_finish() -> None:
    """Leave thousands of tests out of each look through memory, a sixth of the time otherwise."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)
