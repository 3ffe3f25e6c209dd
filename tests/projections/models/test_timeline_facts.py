"""The timeline: a row for each fact and each pilot it is about."""

from pathlib import Path

import pytest
from msgspec.json import decode

from domain.facts.decision import ReviewClosed
from domain.facts.experiment import ExperimentStarted
from domain.facts.insight import InsightRetired
from domain.facts.lesson import LessonConfirmed
from domain.facts.participation import ParticipationVoided
from domain.facts.person import PersonRegistered
from domain.facts.pilot import PilotStarted
from domain.facts.value import ValueContested
from domain.kernel.aggregate import Fact
from domain.kernel.fields import Seen
from projections.engine.as_of import Cut
from projections.models import timeline_facts as timeline
from projections.models.timeline_facts import TIMELINE
from tests.support.stories.telling import PILOT, happened, rows, told

pytestmark = pytest.mark.both_engines


def test_a_fact_about_two_pilots_stands_on_both_timelines(tmp_path: Path) -> None:
    fact = LessonConfirmed(pilot="pilot-other")
    event = happened("lesson-one", fact, pilots=(PILOT, "pilot-other"))
    found = rows(told(tmp_path, [event], "timeline"), TIMELINE)
    assert [row.pop("pilot") for row in found] == ["pilot-other", PILOT]
    assert found[0] == found[1]
    assert decode(found[0].pop("data")) == {"pilot": "pilot-other"}
    assert found[0] == {
        "lane": "lesson",
        "stream": "lesson-one",
        "name": "lesson.confirmed.v1",
        "by": "person-mere",
        "occurred_at": "2026-03-02T09:01:00.000000Z",
        "precision": "minute",
        "position": 1,
        "known_from": "2026-03-02T09:01:00.000000Z",
    }


@pytest.mark.parametrize(
    ("fact", "lane"),
    [
        (PilotStarted(), "decision"),
        (ReviewClosed(seen=Seen(position=1, root="")), "decision"),
        (ExperimentStarted(), "experiment"),
        (InsightRetired(reason="-"), "finding"),
        (ValueContested(reason="-"), "value"),
        (ParticipationVoided(reason="-"), "participation"),
    ],
)
def test_each_family_has_its_lane(tmp_path: Path, fact: Fact, lane: str) -> None:
    engine = told(tmp_path, [happened("x-1", fact)], "timeline")
    assert [row["lane"] for row in rows(engine, TIMELINE)] == [lane]


def test_a_row_once_added_is_seen_by_everyone_who_looks_from_later(tmp_path: Path) -> None:
    events = [happened(PILOT, PilotStarted(), place) for place in (1, 2, 3)]
    engine = told(tmp_path, events)
    assert [len(rows(engine, TIMELINE, Cut(position=place))) for place in (0, 1, 2, 3)] == [
        0,
        1,
        2,
        3,
    ]
    at = "2026-03-02T09:02:00.000000Z"
    assert [row["position"] for row in rows(engine, TIMELINE, Cut(moment=at))] == [1, 2]


def test_a_fact_about_no_pilot_says_nothing() -> None:
    event = happened("person-rua", PersonRegistered(name="Rua"), pilots=())
    assert list(timeline.project(event)) == []
