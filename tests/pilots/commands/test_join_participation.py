"""Saying that one was there too."""

import pytest

from domain.facts.participation import (
    ParticipationChanges,
    ParticipationCorrected,
    ParticipationJoined,
)
from domain.kernel.access import Asker
from domain.kernel.errors import WrongStage
from domain.participation import Participation
from pilots.commands.participation import JoinParticipation
from tests.support.examples import ANA, CAME_ALONG, LOGGED, RUI, SUPERSEDED, TAKEN_BACK, TUI
from tests.support.stories.builders import ask, person
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_somebody_was_there_too() -> None:
    given(Participation, LOGGED).when(CAME_ALONG).then_kept()


@pytest.mark.parametrize("who", [ANA, RUI, TUI])
def test_nobody_is_named_twice(who: str) -> None:
    again = ParticipationJoined(person=who)

    given(Participation, LOGGED, CAME_ALONG).when(again).then_refused(
        WrongStage, "This person is already named in the entry", field="person"
    )


def test_whoever_was_corrected_out_of_it_can_join() -> None:
    alone = ParticipationCorrected(changes=ParticipationChanges(with_=()), reason="Rui left.")

    given(Participation, LOGGED, alone).when(ParticipationJoined(person=RUI)).then_kept()


def test_nobody_joins_what_was_taken_back() -> None:
    given(Participation, LOGGED, TAKEN_BACK).when(CAME_ALONG).then_refused(
        WrongStage, "This entry was taken back. Log it again"
    )


def test_nobody_joins_what_a_later_entry_replaced() -> None:
    given(Participation, LOGGED, SUPERSEDED).when(CAME_ALONG).then_refused(
        WrongStage, "Go on with the later one"
    )


def test_it_is_oneself_unless_somebody_is_named(
    platform: Platform, rui: Asker, pilot: str, entry: str
) -> None:
    tui = person(platform, "Tui").person

    own = ask(platform, rui, JoinParticipation(entry=entry))
    others = ask(platform, rui, JoinParticipation(entry=entry, person=tui))

    assert kept(platform, own) == [(ParticipationJoined(person=rui.person), (pilot,))]
    assert kept(platform, others) == [(ParticipationJoined(person=tui), (pilot,))]
