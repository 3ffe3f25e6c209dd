"""The people: their names and profiles, and what is left alone."""

from pathlib import Path

import pytest
from sqlalchemy import select

from domain.facts.person import PersonErased, PersonMerged, PersonProfileChanged, PersonRegistered
from pilots.commands.people import MergePerson
from projections.engine.as_of import NOW, Cut
from projections.models.people import PEOPLE, merged_into, standing_for
from tests.support.stories.story import Story
from tests.support.stories.telling import in_order, rows, state, told

pytestmark = pytest.mark.both_engines

RUA = "person-rua"


def test_a_registered_person_stands_by_name(tmp_path: Path) -> None:
    engine = told(tmp_path, in_order(RUA, PersonRegistered(name="Rua", profile="Gardener")))
    assert state(engine, PEOPLE) == {
        "person": RUA,
        "name": "Rua",
        "called": "rua",
        "profile": "Gardener",
        "merged_into": None,
        "status": "known",
    }


def test_a_changed_name_holds_from_then_on(tmp_path: Path) -> None:
    changed = PersonProfileChanged(name="Rua Tane")
    engine = told(tmp_path, in_order(RUA, PersonRegistered(name="Rua", profile="Old"), changed))
    assert state(engine, PEOPLE) == {
        "person": RUA,
        "name": "Rua Tane",
        "called": "rua tane",
        "profile": "",
        "merged_into": None,
        "status": "known",
    }
    assert rows(engine, PEOPLE, Cut(position=1))[0]["name"] == "Rua"


def test_a_merged_or_erased_person_is_said_to_be_so(tmp_path: Path) -> None:
    registered = PersonRegistered(name="Rua")
    into = told(_made(tmp_path / "a"), in_order(RUA, registered, PersonMerged(into="person-kiri")))
    gone = told(_made(tmp_path / "b"), in_order(RUA, registered, PersonErased(receipt="3")))
    assert (state(into, PEOPLE)["status"], state(into, PEOPLE)["merged_into"]) == (
        "merged",
        "person-kiri",
    )
    assert state(gone, PEOPLE)["status"] == "erased"


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def test_a_merge_of_later_is_not_seen_before_it(story: Story) -> None:
    ana, anna, anne = (story.who(name).person for name in ("Ana", "Anna", "Anne"))
    story.do(MergePerson(person=ana, into=anna))
    story.days(1)
    cuts = story.now(), Cut(position=story.platform.pilots.head())
    story.days(1)
    story.do(MergePerson(person=anna, into=anne))

    with story.platform.views.reading() as db:
        for cut in cuts:
            same = merged_into(cut)
            found = db.execute(select(same.c.person, same.c.into)).all()
            assert [tuple(row) for row in found] == [(ana, anna)]
        assert standing_for(db, NOW, [ana, anna]) == {ana: anne, anna: anne}
