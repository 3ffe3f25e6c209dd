"""What differs and what is due is read from the stretch and the day alone, by an index."""

import re

import pytest

from domain.kernel.access import Asker
from pilots.commands.participation import LogParticipation
from projections.decisions.due import to_revisit
from projections.diff.gone_quiet import gone_quiet
from projections.diff.pilot_diff import differing
from projections.engine.as_of import NOW, Cut
from tests.projections.engine.test_as_of_plans import ALL_READ, plan_of
from tests.support.stories.builders import ask
from web.bootstrap import Platform

STRETCH = re.compile(
    r"SEARCH timeline USING .*\(pilot=\? AND ((lane=\? AND )?known_from>\?|position>\?)\)"
)


@pytest.fixture
def database() -> str:
    """Only SQLite tells its plans in these words."""
    return ""


@pytest.mark.parametrize("start", [Cut(moment="2026-03-02T09:00:00Z"), Cut(position=3)])
def test_what_differs_is_read_from_the_stretch_and_never_from_before_it(
    platform: Platform, mere: Asker, pilot: str, start: Cut
) -> None:
    ask(platform, mere, LogParticipation(pilot=pilot, learned="Ask first."))

    steps = plan_of(platform, lambda db: differing(db, pilot, start, NOW))

    assert [step for step in steps if "timeline" in step and not STRETCH.match(step)] == []
    assert [step for step in steps if ALL_READ.match(step)] == []
    steps = plan_of(platform, lambda db: gone_quiet(db, pilot, start, NOW))
    assert [step for step in steps if ALL_READ.match(step)] == []
    assert any(re.search(r"entries_(known_from|position) \(pilot=\? AND", s) for s in steps)


def test_what_is_due_is_found_by_its_day(platform: Platform) -> None:
    steps = plan_of(platform, lambda db: to_revisit(db, NOW, until="2026-03-02"))
    assert steps[0].startswith("SEARCH decisions USING INDEX decisions_to_revisit")
