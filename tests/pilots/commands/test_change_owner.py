"""Letting another person answer for a pilot."""

import pytest

from domain.facts.pilot_people import PilotOwnerChanged
from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.kernel.errors import WrongStage
from domain.pilot import Pilot
from pilots.commands.pilot_people import ChangeOwner
from tests.support.examples import ANA, PROPOSED
from tests.support.examples.pilots import OWNER
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_another_person_answers_for_the_pilot() -> None:
    given(Pilot, PROPOSED).when(OWNER).then_kept()


def test_an_owner_can_come_back() -> None:
    back = PilotOwnerChanged(owner=ANA)

    given(Pilot, PROPOSED, OWNER).when(back).then_kept()


@pytest.mark.parametrize(("past", "again"), [((), PilotOwnerChanged(owner=ANA)), ((OWNER,), OWNER)])
def test_whoever_answers_for_it_already_is_no_new_owner(
    past: tuple[Fact, ...], again: Fact
) -> None:
    given(Pilot, PROPOSED, *past).when(again).then_refused(
        WrongStage, "that is how “Common garden” stands already", field="owner"
    )


def test_the_new_owner_is_kept(platform: Platform, mere: Asker, rui: Asker, pilot: str) -> None:
    changed = ask(platform, mere, ChangeOwner(pilot=pilot, owner=rui.person))

    assert kept(platform, changed) == [(PilotOwnerChanged(owner=rui.person), (pilot,))]
    assert platform.pilots.rebuilt(Pilot, pilot).owner == rui.person
