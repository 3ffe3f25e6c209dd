"""What a medium did in the four real pilots: how soon somebody responded, and to how many."""

import pytest

from projections.engine.as_of import NOW
from projections.media.reach import reach_of
from tests.support.stories.hivemind import NEEDS_HIVEMIND, Hive

pytestmark = NEEDS_HIVEMIND

HOURS = {"affordable-housing": 17.9, "freshwater": 19.8, "ubi": 1.8, "taxes": 2.7}


@pytest.fixture
def database() -> str:
    """The platform of these tests says itself which engine it is on."""
    return ""


@pytest.mark.row("S000-usefulness")
def test_s000_usefulness__hours_to_the_first_response_are_those_of_the_time(hive: Hive) -> None:
    platform, pilots = hive
    with platform.views.reading() as db:
        reach = reach_of(db, NOW, "Pol.is")
    assert reach is not None
    told = {use.pilot: use.median_hours.value for use in reach.uses if use.median_hours}
    for name, hours in HOURS.items():
        assert told[pilots[name]] == pytest.approx(hours, abs=0.05), name
