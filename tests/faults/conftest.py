"""What a fault test may ask for: a place on either engine, and how long to go on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.engines import ENGINES, on_both
from tests.faults.promise import Place


@pytest.fixture(params=ENGINES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """A place on each engine."""
    return Place(tmp_path / "data", on_both(request))


@pytest.fixture
def form(request: pytest.FixtureRequest) -> Callable[[float, float], float]:
    """Chooses between a figure of the short form and one of the long form."""
    is_long = bool(request.config.getoption("--long"))
    return lambda short, long: long if is_long else short
