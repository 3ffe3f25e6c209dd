"""A table takes columns over from a fact: names, types and values as they are declared there."""

from datetime import date

import pytest
from msgspec import UNSET
from sqlalchemy import Integer, String

from domain.facts.decision import DecisionRevisited, ReviewOpened
from domain.facts.lesson import LessonChanges, LessonLearned
from domain.facts.participation import ParticipationLogged
from domain.facts.pilot_measures import PilotMeasureDefined
from domain.kernel.fields import Seen
from domain.kernel.moments import stamp
from projections.engine.from_fact import FromFact
from tests.support.machines.clock import MONDAY


def test_whole_numbers_and_truths_are_whole_and_all_else_is_text() -> None:
    kinds = {
        FromFact(ParticipationLogged, "stance", "minutes", "mode", "experiment"): "iiss",
        FromFact(LessonLearned, "confidence", "context"): "is",
        FromFact(DecisionRevisited, "held", "note"): "is",
        FromFact(PilotMeasureDefined, "due", "baseline"): "ss",
    }
    for taken, expected in kinds.items():
        types = [type(column.type) for column in taken.columns()]
        assert types == [{"i": Integer, "s": String}[each] for each in expected]
        assert [column.name for column in taken.columns()] == list(taken.names)


def test_a_day_is_kept_as_text_and_a_truth_as_a_number() -> None:
    defined = PilotMeasureDefined(
        measure="calls", name="Calls", unit="calls", kind="outcome", due=date(2026, 3, 2)
    )
    assert FromFact(PilotMeasureDefined, "due").values(defined) == {"due": "2026-03-02"}
    held = FromFact(DecisionRevisited, "held").values(DecisionRevisited(held=True))
    assert held == {"held": 1}
    assert type(held["held"]) is int


def test_a_moment_is_kept_as_every_table_keeps_moments() -> None:
    opened = ReviewOpened(from_=MONDAY, to=MONDAY, seen=Seen(position=1, root=""))
    assert FromFact(ReviewOpened, "to").values(opened) == {"to": stamp(MONDAY)}


def test_what_a_correction_leaves_out_is_left_out() -> None:
    said = FromFact(LessonLearned, "pilot", "text", "experiment", "confidence")
    corrected = LessonChanges(text="Ask first.", experiment=None)
    assert corrected.confidence is UNSET
    assert said.values(corrected) == {"text": "Ask first.", "experiment": None}


def test_a_field_the_fact_does_not_have_is_refused() -> None:
    with pytest.raises(LookupError, match="LessonLearned"):
        FromFact(LessonLearned, "pilot", "learned_by")
