"""What a fault test may ask for: a place on either engine, and how long to go on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.promise import BEGUN, Place
from tests.support.machines.engines import ENGINES, on_both
from tests.support.pages.web_server import kill_server


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
