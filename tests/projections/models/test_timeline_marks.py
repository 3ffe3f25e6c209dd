"""What a pilot's timeline draws: one mark for each thing, on its days, until it is taken back."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from domain.facts.evidence import EvidenceGathered, EvidenceWithdrawn
from domain.facts.experiment import (
    ExperimentAbandoned,
    ExperimentEnded,
    ExperimentPlanned,
    ExperimentStarted,
)
from domain.facts.lesson import (
    LessonChanges,
    LessonConfirmed,
    LessonCorrected,
    LessonLearned,
    LessonVoided,
    PracticeAdopted,
)
from domain.facts.pilot import PilotExtended, PilotStarted
from domain.kernel.aggregate import Event, Fact
from projections.engine.as_of import NOW, Cut
from projections.models.timeline_marks import MARKS, OPEN
from projections.timeline.marks_in_view import MarkCount, mark_counts
from tests.support.machines.clock import MONDAY
from tests.support.stories.telling import PILOT, happened, in_order, rows, told

pytestmark = pytest.mark.both_engines

LEARNED = LessonLearned(pilot=PILOT, loop="tool", text="Ask first.", experiment="experiment-a")
FOUND = EvidenceGathered(pilot=PILOT, kind="quote", strength=2, whose="own", text="It is slow.")
PLANNED = ExperimentPlanned(pilot=PILOT, title="One page")


def on_days(stream: str, *facts: Fact, days: tuple[int, ...]) -> list[Event]:
    """Let facts of one thing happen in March 2026, one day of the month for each."""
    return [
        happened(stream, fact, position, MONDAY.replace(day=day))
        for position, (fact, day) in enumerate(zip(facts, days, strict=True), 1)
    ]


def marks(folder: Path, events: list[Event]) -> list[dict[str, Any]]:
    return rows(told(folder, events, "marks"), MARKS)


def test_a_lesson_is_one_mark_however_often_it_held(tmp_path: Path) -> None:
    held = LessonConfirmed(pilot="pilot-other")
    (mark,) = marks(tmp_path, in_order("lesson-a", LEARNED, held, held))

    assert (mark["mark"], mark["lane"], mark["experiment"]) == (
        "lesson-a",
        "lesson",
        "experiment-a",
    )
    assert mark["occurred_first"] == mark["occurred_last"] == "2026-03-02"


@pytest.mark.parametrize(
    ("begun", "back"),
    [(LEARNED, LessonVoided(reason="No.")), (FOUND, EvidenceWithdrawn(reason="No."))],
)
def test_what_was_taken_back_is_gone_from_then_on(tmp_path: Path, begun: Fact, back: Fact) -> None:
    engine = told(tmp_path, in_order("lesson-a", begun, back), "marks")
    with engine.connect() as db:
        assert mark_counts(db, NOW, PILOT, "occurred") == []
        assert [each.amount for each in mark_counts(db, Cut(position=1), PILOT, "occurred")] == [1]


@pytest.mark.parametrize(
    ("end", "tone"),
    [
        (ExperimentEnded(result="refuted", summary="No."), "refuted"),
        (ExperimentAbandoned(reason="No time."), "abandoned"),
    ],
)
def test_an_experiment_goes_from_its_start_to_its_end(tmp_path: Path, end: Fact, tone: str) -> None:
    facts = PLANNED, ExperimentStarted(), end
    events = on_days("experiment-a", *facts, days=(2, 5, 9))

    engine = told(tmp_path, events, "marks")
    (planned,), (started,), (ended,) = (
        rows(engine, MARKS, Cut(position=place)) for place in (1, 2, 3)
    )

    assert (planned["tone"], planned["occurred_first"], planned["occurred_last"]) == (
        "planned",
        "2026-03-02",
        OPEN,
    )
    assert (started["tone"], started["occurred_first"], started["occurred_last"]) == (
        "running",
        "2026-03-05",
        OPEN,
    )
    assert (ended["tone"], ended["occurred_first"], ended["occurred_last"]) == (
        tone,
        "2026-03-05",
        "2026-03-09",
    )


def test_each_turn_in_the_course_of_a_pilot_is_a_mark_of_its_own(tmp_path: Path) -> None:
    later = PilotExtended(new_end=date(2026, 9, 1), reason="More time.")
    found = marks(tmp_path, in_order(PILOT, PilotStarted(), later, later))
    assert [mark["mark"] for mark in found] == ["fact-1", "fact-2", "fact-3"]


def test_a_practice_stands_in_each_pilot_it_comes_from(tmp_path: Path) -> None:
    fact = PracticeAdopted(lessons=("lesson-a",), text="Ask.", owner="person-a")
    found = marks(tmp_path, [happened("practice-a", fact, pilots=(PILOT, "pilot-other"))])
    assert [(mark["mark"], mark["pilot"]) for mark in found] == [
        ("practice-a", "pilot-other"),
        ("practice-a", PILOT),
    ]


def test_a_corrected_lesson_moves_to_its_experiment(tmp_path: Path) -> None:
    moved = LessonCorrected(changes=LessonChanges(experiment="experiment-b"), reason="Mixed up.")
    (mark,) = marks(tmp_path, in_order("lesson-a", LEARNED, moved))
    assert mark["experiment"] == "experiment-b"


def test_both_axes_have_days_of_their_own(tmp_path: Path) -> None:
    event = happened("lesson-a", LEARNED)
    late = Event(**{**{n: getattr(event, n) for n in event.__struct_fields__}, "recorded_at": MONDAY.replace(day=7)})  # fmt: skip  # noqa: E501  # as it was, told later
    engine = told(tmp_path, [late], "marks")
    with engine.connect() as db:
        assert mark_counts(db, NOW, PILOT, "occurred") == [
            MarkCount("lesson", "2026-03-02", "2026-03-02", 1)
        ]
        assert mark_counts(db, NOW, PILOT, "recorded") == [
            MarkCount("lesson", "2026-03-07", "2026-03-07", 1)
        ]
