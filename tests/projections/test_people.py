"""The people: their names and profiles, and what is left alone."""

from pathlib import Path

import pytest

from domain.facts.person import PersonErased, PersonMerged, PersonProfileChanged, PersonRegistered
from domain.kernel import Fact
from projections import people
from projections.cut import Cut
from projections.people import PEOPLE
from tests.projections.telling import happened, in_order, rows, state, told

RUA = "person-rua"


def test_a_registered_person_stands_by_name(tmp_path: Path) -> None:
    engine = told(tmp_path, in_order(RUA, PersonRegistered(name="Rua", profile="Gardener")))
    assert state(engine, PEOPLE) == {
        "person": RUA,
        "name": "Rua",
        "called": "rua",
        "profile": "Gardener",
    }


def test_a_changed_name_holds_from_then_on(tmp_path: Path) -> None:
    changed = PersonProfileChanged(name="Rua Tane")
    engine = told(tmp_path, in_order(RUA, PersonRegistered(name="Rua", profile="Old"), changed))
    assert state(engine, PEOPLE) == {
        "person": RUA,
        "name": "Rua Tane",
        "called": "rua tane",
        "profile": "",
    }
    assert rows(engine, PEOPLE, Cut(position=1))[0]["name"] == "Rua"


@pytest.mark.parametrize("fact", [PersonMerged(into="person-kiri"), PersonErased(receipt="3")])
def test_what_people_leave_alone_says_nothing(fact: Fact) -> None:
    assert list(people.project(happened(RUA, fact))) == []
