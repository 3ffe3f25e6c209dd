"""The lessons: what they say, where they held, and what is left alone."""

from pathlib import Path

import pytest

from domain.facts.lesson import (
    LessonChanges,
    LessonConfirmed,
    LessonContradicted,
    LessonCorrected,
    LessonLearned,
    LessonReused,
    LessonRevalidated,
    LessonSuperseded,
    LessonVoided,
    PracticeAdopted,
)
from domain.kernel.aggregate import Fact
from projections.engine.as_of import Cut, counted
from projections.models import lessons
from projections.models.lessons import LESSONS, LOOPS
from tests.support.stories.telling import PILOT, counts, happened, in_order, rows, state, told

pytestmark = pytest.mark.both_engines

LESSON = "lesson-one"
LEARNED = LessonLearned(pilot=PILOT, loop="collaboration", text="Ask first.", confidence=60)
OTHER = "pilot-other"
SURE = "2026-03-02T09:0{}:00.000000Z"


def test_a_lesson_stands_with_who_learned_it_and_when(tmp_path: Path) -> None:
    assert state(told(tmp_path, in_order(LESSON, LEARNED)), LESSONS) == {
        "lesson": LESSON,
        "pilot": PILOT,
        "experiment": None,
        "loop": "collaboration",
        "text": "Ask first.",
        "context": "",
        "confidence": 60,
        "instruct": 0,
        "delight": 0,
        "learned_by": "person-mere",
        "learned_at": "2026-03-02T09:01:00.000000Z",
        "learned_on": "2026-03-02",
        "sure_at": "2026-03-02T09:01:00.000000Z",
        "confirmed": 0,
        "contradicted": 0,
        "reused": 0,
        "status": "learned",
    }


@pytest.mark.parametrize(
    ("facts", "changed"),
    [
        (
            [LessonConfirmed(pilot=OTHER), LessonConfirmed(pilot=PILOT)],
            {"confirmed": 2, "sure_at": SURE.format(3)},
        ),
        ([LessonContradicted(pilot=OTHER)], {"contradicted": 1}),
        ([LessonReused(experiment="experiment-a")], {"reused": 1}),
        ([LessonRevalidated(confidence=90)], {"confidence": 90, "sure_at": SURE.format(2)}),
        ([LessonSuperseded(by_lesson="lesson-two")], {"status": "superseded"}),
        ([LessonVoided(reason="Wrong.")], {"status": "voided"}),
        (
            [LessonCorrected(changes=LessonChanges(text="Ask twice.", delight=3), reason="-")],
            {"text": "Ask twice.", "delight": 3},
        ),
    ],
)
def test_a_fact_changes_what_it_says_and_nothing_else(
    tmp_path: Path, facts: list[Fact], changed: dict[str, object]
) -> None:
    engine = told(tmp_path, in_order(LESSON, LEARNED, *facts))
    first, now = rows(engine, LESSONS, Cut(position=1))[0], rows(engine, LESSONS)[0]
    differ = {key: now[key] for key in now if now[key] != first[key]}
    assert differ == changed | {key: now[key] for key in ("position", "known_from")}


def test_lessons_are_counted_by_loop_and_a_voided_one_apart(tmp_path: Path) -> None:
    tool = LessonLearned(pilot=PILOT, loop="tool", text="It is slow.")
    events = [
        *in_order(LESSON, LEARNED, LessonVoided(reason="-")),
        happened("lesson-two", tool, 3),
    ]
    with told(tmp_path, events).connect() as db:
        now = counts(db, counted(LOOPS, Cut(), ("loop", "status"), pilot=PILOT))
        then = counts(db, counted(LOOPS, Cut(position=1), ("loop", "status"), pilot=PILOT))
    assert now == {("collaboration", "voided"): 1, ("tool", "learned"): 1}
    assert then == {("collaboration", "learned"): 1}


def test_what_lessons_leave_alone_says_nothing() -> None:
    practice = PracticeAdopted(lessons=(LESSON,), text="Always ask.", owner="person-mere")
    assert list(lessons.project(happened("practice-one", practice))) == []
