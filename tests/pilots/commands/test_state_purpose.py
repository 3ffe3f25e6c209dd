"""Saying what a pilot is to change or protect in the world."""

from msgspec.structs import asdict

from domain.kernel.access import Asker
from domain.kernel.errors import WrongStage
from domain.pilot import Pilot
from pilots.commands.pilot_purpose import StatePurpose
from tests.support.examples import CLOSED, PROPOSED, STARTED, STATED
from tests.support.examples.pilots import CHARTER_STAYS, PURPOSE
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_purpose_says_what_for_whom_and_who_believes_it() -> None:
    given(Pilot, PROPOSED).when(PURPOSE).then_kept()


def test_it_can_be_said_better_while_the_pilot_runs() -> None:
    given(Pilot, PROPOSED, STATED, STARTED, PURPOSE).when(PURPOSE).then_kept()


def test_a_closed_pilot_keeps_its_purpose() -> None:
    given(Pilot, PROPOSED, CLOSED).when(PURPOSE).then_refused(WrongStage, CHARTER_STAYS)


def test_all_three_parts_are_kept(platform: Platform, mere: Asker, pilot: str) -> None:
    wish = StatePurpose(pilot=pilot, **asdict(PURPOSE))

    assert kept(platform, ask(platform, mere, wish)) == [(PURPOSE, (pilot,))]
