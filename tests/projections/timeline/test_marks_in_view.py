"""What is in view of a pilot's timeline, and what stands behind what it counts."""

from pathlib import Path

import pytest

from domain.facts.experiment import ExperimentEnded, ExperimentStarted
from projections.engine.as_of import NOW
from projections.timeline.marks_in_view import marks_within, streams_of_marks
from tests.projections.models.test_timeline_marks import LEARNED, PLANNED, on_days
from tests.support.machines.clock import MONDAY
from tests.support.stories.telling import PILOT, happened, told

pytestmark = pytest.mark.both_engines


def test_in_view_is_what_touches_the_days_and_no_more_than_asked(tmp_path: Path) -> None:
    trial = on_days(
        "experiment-a",
        PLANNED,
        ExperimentStarted(),
        ExperimentEnded(result="supported", summary="-"),
        days=(2, 5, 9),
    )
    engine = told(tmp_path, trial, "marks")

    def within(first: str, last: str, limit: int = 9) -> list[str]:
        days = {"lane": "experiment", "first": f"2026-03-{first}", "last": f"2026-03-{last}"}
        with engine.connect() as db:
            found = marks_within(db, NOW, PILOT, "occurred", limit=limit, **days)
        return [row["mark"] for row in found]

    assert within("07", "08") == ["experiment-a"]
    assert within("09", "20") == ["experiment-a"]
    assert within("10", "20") == within("01", "04") == []
    assert within("07", "08", limit=0) == []


def test_the_things_behind_a_count_are_those_that_begin_on_its_days(tmp_path: Path) -> None:
    events = [happened(f"lesson-{day}", LEARNED, day, MONDAY.replace(day=day)) for day in (3, 4, 5)]
    engine = told(tmp_path, events, "marks")
    with engine.connect() as db:
        some = streams_of_marks(
            db,
            NOW,
            PILOT,
            "occurred",
            lane="lesson",
            days=("2026-03-04", "2026-03-05"),
            after=4,
            limit=9,
        )
    assert some == [("lesson-5", 5)]
