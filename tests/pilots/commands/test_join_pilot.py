"""Joining a pilot in a role."""

import pytest
from msgspec.structs import replace

from domain.kernel.access import Asker
from domain.kernel.errors import Unknown, WrongStage
from domain.pilot import Pilot
from pilots.commands.pilot_people import JoinPilot
from tests.support.examples import CLOSED, JOINED, LEFT, PROPOSED
from tests.support.stories.builders import ask, person
from tests.support.stories.scenario import given
from web.bootstrap import Platform

LEADING = replace(JOINED, role="sponsor")


def test_a_person_joins_in_a_role() -> None:
    given(Pilot, PROPOSED).when(JOINED).then_kept()


def test_a_member_can_take_another_role() -> None:
    given(Pilot, PROPOSED, JOINED).when(LEADING).then_kept()


def test_whoever_left_can_come_back() -> None:
    given(Pilot, PROPOSED, JOINED, LEFT).when(JOINED).then_kept()


def test_nobody_joins_twice_in_one_role() -> None:
    given(Pilot, PROPOSED, JOINED).when(JOINED).then_refused(
        WrongStage, "already in “Common garden” as team", field="person"
    )


def test_nobody_joins_a_closed_pilot() -> None:
    given(Pilot, PROPOSED, CLOSED).when(JOINED).then_refused(
        WrongStage, "“Common garden” is closed"
    )


def test_a_known_person_joins_a_known_pilot(platform: Platform, mere: Asker, pilot: str) -> None:
    rui = person(platform, "Rui").person

    ask(platform, mere, JoinPilot(pilot=pilot, person=rui, role="guest"))

    assert platform.pilots.rebuilt(Pilot, pilot).members == {mere.person: "owner", rui: "guest"}


@pytest.mark.parametrize("gone", ["pilot", "person"])
def test_strangers_are_refused_and_nothing_is_stored(
    platform: Platform, mere: Asker, pilot: str, gone: str
) -> None:
    who = "person-gone" if gone == "person" else mere.person
    where = "pilot-gone" if gone == "pilot" else pilot
    before = platform.pilots.head()

    with pytest.raises(Unknown, match=f"There is no {gone} {gone}-gone here"):
        ask(platform, mere, JoinPilot(pilot=where, person=who))

    assert platform.pilots.head() == before
