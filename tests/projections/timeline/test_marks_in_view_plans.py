"""What the timeline of a pilot asks is answered from indexes, however much there is."""

import re

import pytest

from projections.engine.as_of import Cut
from projections.learning.provenance import lineage_from
from projections.models.timeline_marks import AXES
from projections.participation.entry_filter import matching
from projections.records.lookups import lessons_that_stand, people_by_name
from projections.timeline.marks_in_view import (
    mark_counts,
    marks_within,
    newest_marks,
    streams_of_marks,
)
from tests.projections.engine.test_as_of_plans import BY_CUT, Question, plan_of
from web.bootstrap import Platform


@pytest.fixture
def database() -> str:
    """Only SQLite tells its plans in these words."""
    return ""


@BY_CUT
@pytest.mark.parametrize("axis", AXES)
def test_the_timeline_of_a_pilot_counts_and_finds_its_marks_by_index(
    platform: Platform, pilot: str, cut: Cut, axis: str
) -> None:
    days = {"first": "2026-03-01", "last": "2026-03-31"}
    questions: list[Question] = [
        lambda db: mark_counts(db, cut, pilot, axis),
        lambda db: marks_within(db, cut, pilot, axis, lane="lesson", limit=9, **days),
        lambda db: marks_within(db, cut, pilot, axis, lane="experiment", limit=9, **days),
        lambda db: streams_of_marks(
            db, cut, pilot, axis, lane="lesson", days=("2026-03-01", "2026-03-31"), after=0, limit=9
        ),
        lambda db: lineage_from(db, cut, pilot, back=True),
        lambda db: lineage_from(db, cut, pilot, back=False),
        lambda db: matching(db, cut, pilot, occurred_on=("2026-03-01", "2026-03-31")),
        lambda db: matching(db, cut, pilot, logged_on=("2026-03-01", "2026-03-31")),
        lambda db: lessons_that_stand(db, cut, pilot),
    ]
    for question in questions:
        steps = plan_of(platform, question)
        read = re.compile(r"SCAN (?!parts|both|anon_|\(subquery|CONSTANT)")
        assert not [step for step in steps if read.match(step)], steps


@BY_CUT
@pytest.mark.parametrize("axis", AXES)
def test_the_newest_marks_are_read_along_their_index(
    platform: Platform, pilot: str, cut: Cut, axis: str
) -> None:
    steps = plan_of(platform, lambda db: newest_marks(db, cut, pilot, axis, lane="lesson", limit=8))

    (read,) = steps
    assert read.startswith(f"SEARCH marks USING INDEX marks_{axis}_first"), steps


@BY_CUT
def test_the_people_of_an_organisation_are_found_by_index(platform: Platform, cut: Cut) -> None:
    steps = plan_of(platform, lambda db: people_by_name(db, cut, organisation="Northquay"))

    assert [step for step in steps if "members_of_organisation" in step], steps
