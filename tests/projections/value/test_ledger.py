"""Worth on real data: freshwater hoped for 150 people, and 117 came."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from domain.kernel.access import Asker
from domain.kernel.fields import Size
from pilots.commands.pilot_measures import DefineMeasure, TakeMeasurement
from pilots.commands.value import ExpectValue
from pilots.exchange.polis import import_polis
from pilots.exchange.polis_files import read_polis
from projections.engine.as_of import NOW
from projections.pilot.figures import figures_of
from projections.value.ledger import ledger_of
from tests.support.machines.clock import Clock
from tests.support.stories.builders import ask, person
from tests.support.stories.hivemind import HIVEMIND, NEEDS_HIVEMIND
from web.bootstrap import Platform, build

pytestmark = NEEDS_HIVEMIND


@pytest.fixture
def database() -> str:
    """The platform of these tests is its own, in a folder."""
    return ""


@pytest.fixture
def freshwater(tmp_path: Path, empty: Path, clock: Clock) -> Iterator[tuple[Platform, str, Asker]]:
    """A platform of its own with that one pilot, to which facts may be added."""
    copytree(empty, tmp_path / "fresh")
    with closing(build(tmp_path / "fresh", clock)) as platform:
        pilot = import_polis(platform.pilots, read_polis(HIVEMIND / "freshwater")).pilot
        yield platform, pilot, person(platform, "Mere", standing="manager")


@pytest.mark.row("S003-expected-vs-discovered")
def test_s003_expected_vs_discovered__freshwater_fell_short(
    freshwater: tuple[Platform, str, Asker],
) -> None:
    platform, pilot, mere = freshwater
    told: dict[str, Any] = {"measure": "people", "name": "People who voted", "unit": "people"}
    why = "It was imported, with no question answered there."
    ask(platform, mere, DefineMeasure(pilot=pilot, kind="reach", override=why, **told))
    said = "A hundred and fifty people say what they think of fresh water."
    hoped = ExpectValue(pilot=pilot, statement=said, measure="people", size=Size("150", "people"))
    ask(platform, mere, hoped)
    with platform.views.reading() as db:
        voters = figures_of(db, NOW, [pilot])[pilot].people_reacting.count
    ask(platform, mere, TakeMeasurement(pilot=pilot, measure="people", value=str(voters)))
    with platform.views.reading() as db:
        (line,) = ledger_of(db, NOW, pilot).lines
    assert (line.came, line.got, line.of, line.share) == ("short", "117 people", "150 people", 0.78)
