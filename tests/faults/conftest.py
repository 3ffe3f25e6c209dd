"""What a fault test may ask for: a place on either engine, and how long to go on."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest

from tests.faults.promise import BEGUN, Place
from tests.support.machines.engines import ENGINES, on_both
from tests.support.pages.web_server import kill_server

ON_BOTH = "test_a_killed_server_loses_nothing_and_doubles_nothing"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Try each fault on one engine in the short form, the next fault on the other."""
    if config.getoption("--long"):
        return
    engines = cycle(ENGINES)
    chosen: dict[str, str] = defaultdict(lambda: next(engines))
    left = [
        each
        for each in items
        if (engine := _engine_of(each))
        and (name := each.name.partition("[")[0]) != ON_BOTH
        and engine != chosen[name]
    ]
    config.hook.pytest_deselected(items=left)
    items[:] = [each for each in items if each not in left]


def _engine_of(item: pytest.Item) -> str | None:
    asked = getattr(item, "callspec", None)
    return asked.params.get("place") if asked else None


@pytest.fixture(autouse=True)
def nobody_is_left() -> Iterator[None]:
    """Ends the servers of a test that failed, and lets go of what they said."""
    yield
    while BEGUN:
        if (server := BEGUN.pop()).poll() is None:
            kill_server(server)
        server.log.close()


@pytest.fixture(params=ENGINES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """A place on each engine."""
    return Place(tmp_path / "data", on_both(request))
