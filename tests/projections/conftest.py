"""A platform on which things have happened, and what its tables hold when told all at once."""

from pathlib import Path

import pytest

from domain.access import Asker
from pilots.commands.entry import VoidParticipation
from pilots.commands.participation import LogParticipation
from pilots.commands.pilot import StartPilot
from projections.catch_up import catch_up
from projections.every import PROJECTIONS
from tests.conftest import ask
from tests.projections.telling import Tables, dump, fresh
from web.bootstrap import Platform


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
