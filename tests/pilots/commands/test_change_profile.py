"""Changing what is said about a person, which they themselves do."""

import pytest
from msgspec.structs import asdict, replace

from domain.facts.person import PersonProfileChanged
from domain.kernel.access import Asker
from domain.kernel.errors import NotAllowed, WrongStage
from domain.person import Person
from pilots.commands.people import ChangeProfile
from tests.support.examples import ERASED, MERGED, PROFILED, REGISTERED
from tests.support.stories.builders import ask, person
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_person_goes_by_another_name() -> None:
    given(Person, REGISTERED).when(PROFILED).then_kept()


@pytest.mark.parametrize("part", [{"name": "Ana S."}, {"profile": ""}], ids=str)
def test_one_of_the_two_can_change(part: dict[str, str]) -> None:
    given(Person, REGISTERED, PROFILED).when(replace(PROFILED, **part)).then_kept()


def test_what_is_said_already_is_no_change() -> None:
    given(Person, REGISTERED, PROFILED).when(PROFILED).then_refused(
        WrongStage, "Nothing is changed. Change the name or the profile", field="name"
    )


def test_whoever_was_merged_goes_by_the_other_entry() -> None:
    given(Person, REGISTERED, MERGED).when(PROFILED).then_refused(
        WrongStage, "This person was merged into person-rui"
    )


def test_what_was_erased_is_not_written_again() -> None:
    given(Person, REGISTERED, ERASED).when(PROFILED).then_refused(
        WrongStage, "What was kept about this person was erased"
    )


def test_they_themselves_and_managers_may(platform: Platform, mere: Asker, rui: Asker) -> None:
    own = ChangeProfile(person=rui.person, **asdict(PROFILED))
    by_manager = ChangeProfile(person=rui.person, name="Rui")

    assert kept(platform, ask(platform, rui, own)) == [(PROFILED, ())]
    assert kept(platform, ask(platform, mere, by_manager)) == [
        (PersonProfileChanged(name="Rui"), ())
    ]


def test_another_member_may_not(platform: Platform, rui: Asker) -> None:
    tui = person(platform, "Tui")
    before = platform.pilots.head()

    with pytest.raises(NotAllowed, match="Ask"):
        ask(platform, tui, ChangeProfile(person=rui.person, name="Rude"))

    assert platform.pilots.head() == before
