"""Saying that two people are one, which managers do."""

import pytest

from domain.facts.person import PersonMerged
from domain.kernel.access import Asker
from domain.kernel.errors import Invalid, NotAllowed, WrongStage
from domain.person import Person
from pilots.commands.people import MergePerson
from tests.support.examples import MERGED, REGISTERED, TUI
from tests.support.stories.builders import ask, person
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_person_turns_out_to_be_another() -> None:
    given(Person, REGISTERED).when(MERGED).then_kept()


def test_nobody_is_merged_into_themselves() -> None:
    given(Person, REGISTERED).when(PersonMerged(into="person-example")).then_refused(
        Invalid, "These are the same person already. Name the other one", field="into"
    )


def test_nobody_is_merged_twice() -> None:
    given(Person, REGISTERED, MERGED).when(PersonMerged(into=TUI)).then_refused(
        WrongStage, "This person was merged into person-rui. Name that one instead"
    )


def test_a_manager_merges_them(platform: Platform, mere: Asker, rui: Asker) -> None:
    double = person(platform, "R. Silva").person

    merged = ask(platform, mere, MergePerson(person=double, into=rui.person))

    assert kept(platform, merged) == [(PersonMerged(into=rui.person), ())]


def test_nobody_is_merged_into_somebody_who_is_gone(
    platform: Platform, mere: Asker, rui: Asker
) -> None:
    double = person(platform, "R. Silva").person
    ask(platform, mere, MergePerson(person=double, into=rui.person))
    before = platform.pilots.head()

    with pytest.raises(Invalid, match=f"was merged into {rui.person}") as wrong:
        ask(platform, mere, MergePerson(person=rui.person, into=double))

    assert wrong.value.field == "into"
    assert platform.pilots.head() == before


def test_a_member_does_not_even_merge_themselves(platform: Platform, rui: Asker) -> None:
    double = person(platform, "R. Silva")

    with pytest.raises(NotAllowed, match="Only a manager may do this"):
        ask(platform, double, MergePerson(person=double.person, into=rui.person))

    assert not platform.pilots.rebuilt(Person, double.person).gone
