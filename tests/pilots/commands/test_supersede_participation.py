"""Letting a later entry take the place of an earlier one."""

import pytest

from domain.facts.participation import ParticipationSuperseded
from domain.kernel.access import Asker
from domain.kernel.errors import Invalid, NotAllowed, Refused, WrongStage
from domain.participation import Participation
from pilots.commands.participation import LogParticipation, SupersedeParticipation
from tests.support.examples import LOGGED, SUPERSEDED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_later_entry_takes_its_place() -> None:
    given(Participation, LOGGED).when(SUPERSEDED).then_kept()


def test_an_entry_does_not_take_its_own_place() -> None:
    own = ParticipationSuperseded(by_entry="entry-example")

    given(Participation, LOGGED).when(own).then_refused(
        Invalid, "An entry cannot take its own place. Name the later one", field="by_entry"
    )


def test_its_place_is_taken_once() -> None:
    given(Participation, LOGGED, SUPERSEDED).when(SUPERSEDED).then_refused(
        WrongStage, "A later entry took the place of this one"
    )


def test_the_later_entry_is_kept(platform: Platform, mere: Asker, pilot: str, entry: str) -> None:
    later = ask(platform, mere, LogParticipation(pilot=pilot)).stream("entry")

    replaced = ask(platform, mere, SupersedeParticipation(entry=entry, by_entry=later))

    assert kept(platform, replaced) == [(ParticipationSuperseded(by_entry=later), (pilot,))]


def test_only_the_writer_or_a_manager_may(
    platform: Platform, mere: Asker, rui: Asker, pilot: str, entry: str
) -> None:
    later = ask(platform, rui, LogParticipation(pilot=pilot)).stream("entry")
    before = platform.pilots.head()

    with pytest.raises(NotAllowed, match="Somebody else wrote this"):
        ask(platform, rui, SupersedeParticipation(entry=entry, by_entry=later))

    assert platform.pilots.head() == before
    ask(platform, mere, SupersedeParticipation(entry=later, by_entry=entry))


def test_what_was_replaced_takes_nobodys_place(
    platform: Platform, mere: Asker, pilot: str, entry: str
) -> None:
    later = ask(platform, mere, LogParticipation(pilot=pilot)).stream("entry")
    ask(platform, mere, SupersedeParticipation(entry=entry, by_entry=later))

    with pytest.raises(Refused):
        ask(platform, mere, SupersedeParticipation(entry=later, by_entry=entry))

    assert not platform.pilots.rebuilt(Participation, later).gone
