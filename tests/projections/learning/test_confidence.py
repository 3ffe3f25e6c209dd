"""How sure a pilot's lessons are on average: exact now, on a past day, and up to a position."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from domain.facts.lesson import LessonLearned, LessonRevalidated, LessonVoided
from projections.engine.as_of import NOW, Cut
from projections.learning.confidence import mean_confidence
from tests.support.machines.clock import MONDAY
from tests.support.stories.telling import PILOT, happened, told

pytestmark = pytest.mark.both_engines


def learned(confidence: int) -> LessonLearned:
    return LessonLearned(pilot=PILOT, loop="tool", text="Ask.", confidence=confidence)


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    """Two lessons; the first was looked at again, the second taken back."""
    facts = [
        ("lesson-a", learned(40), 2),
        ("lesson-b", learned(80), 4),
        ("lesson-a", LessonRevalidated(confidence=60), 6),
        ("lesson-b", LessonVoided(reason="No."), 8),
    ]
    events = [
        happened(stream, fact, position, MONDAY.replace(day=day))
        for position, (stream, fact, day) in enumerate(facts, 1)
    ]
    return told(tmp_path, events, "lessons")


def said(engine: Engine, cut: Cut, today: str) -> list[tuple[str, float, int]]:
    with engine.connect() as db:
        found = mean_confidence(db, cut, PILOT, today)
    return [(each.day[-2:], each.percent.value or 0.0, each.lessons) for each in found]


def test_the_mean_moves_with_each_lesson(engine: Engine) -> None:
    assert said(engine, NOW, "2026-03-10") == [
        ("02", 40.0, 1),
        ("04", 60.0, 2),
        ("06", 70.0, 2),
        ("08", 60.0, 1),
        ("10", 60.0, 1),
    ]


@pytest.mark.parametrize(
    "cut", [Cut(moment="2026-03-04T23:59:59.000000Z"), Cut(position=2)], ids=["day", "position"]
)
def test_the_past_is_as_it_was_known(engine: Engine, cut: Cut) -> None:
    assert said(engine, cut, "2026-03-04") == [("02", 40.0, 1), ("04", 60.0, 2)]


def test_a_day_is_known_up_to_its_moment_only(engine: Engine) -> None:
    assert said(engine, Cut(moment="2026-03-04T08:00:00.000000Z"), "2026-03-04") == [
        ("02", 40.0, 1),
        ("04", 40.0, 1),
    ]


def test_without_lessons_nothing_is_said(engine: Engine) -> None:
    assert said(engine, Cut(position=0), "2026-03-01") == []
