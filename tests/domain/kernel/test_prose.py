"""Prose: the fields that can be erased, wherever in a fact they stand."""

import pytest
from msgspec import Struct

from domain.facts import lesson, participation, pilot, pilot_people, readiness, value
from domain.kernel.aggregate import FACTS, Fact
from domain.kernel.prose import prose_in, prose_paths

ERASABLE = {
    pilot.PilotProposed: {("title",), ("raw_request",)},
    pilot.PilotStarted: set(),
    pilot_people.PilotMemberJoined: set(),
    participation.ParticipationLogged: {("text",)},
    participation.ParticipationCorrected: {("changes", "text"), ("reason",)},
    lesson.LessonCorrected: {("changes", "text"), ("changes", "context"), ("reason",)},
    value.ValueRevised: {("old",), ("new",), ("reason",)},
    readiness.ReadinessChangeAgreed: {("change",)},
}


@pytest.mark.parametrize(
    ("fact", "paths"), ERASABLE.items(), ids=lambda it: getattr(it, "stored_as", "")
)
def test_prose_is_found_by_its_stored_name(fact: type[Fact], paths: set[tuple[str, ...]]) -> None:
    assert set(prose_paths(fact)) == paths


def test_every_reason_and_every_text_can_be_erased() -> None:
    open_to_all = {
        (fact.stored_as, name)
        for fact in FACTS.values()
        for name in {"reason", "text", "name", "title", "summary", "note"}.intersection(
            fact.__struct_encode_fields__
        )
        if (name,) not in prose_paths(fact)
    }

    assert open_to_all == set()


def test_only_prose_is_taken_out_nested_as_it_was() -> None:
    data = {"changes": {"minutes": 5, "text": "We met."}, "reason": "Wrong."}

    assert prose_in(data, prose_paths(participation.ParticipationCorrected)) == {
        "changes": {"text": "We met."},
        "reason": "Wrong.",
    }


def test_what_was_left_out_or_empty_of_meaning_is_no_prose() -> None:
    paths = prose_paths(participation.ParticipationCorrected)

    assert prose_in({"changes": {"minutes": 5, "text": None}}, paths) == {}
    assert prose_in({"changes": None, "reason": ""}, paths) == {"reason": ""}


def test_a_struct_without_fields_has_no_prose() -> None:
    class Nothing(Struct):
        pass

    assert prose_paths(Nothing) == ()
