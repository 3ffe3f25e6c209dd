"""Listing an audience by what interests it."""

from msgspec.structs import asdict

from domain.kernel.access import Asker
from domain.kernel.errors import WrongStage
from domain.pilot import Pilot
from pilots.commands.pilot_purpose import ListAudience
from tests.support.examples import CLOSED, PROPOSED, STARTED, STATED
from tests.support.examples.pilots import AUDIENCE, CHARTER_STAYS
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_an_audience_is_listed_by_its_interest() -> None:
    given(Pilot, PROPOSED).when(AUDIENCE).then_kept()


def test_what_interests_it_can_be_said_again() -> None:
    given(Pilot, PROPOSED, STATED, STARTED, AUDIENCE).when(AUDIENCE).then_kept()


def test_a_closed_pilot_lists_nobody() -> None:
    given(Pilot, PROPOSED, CLOSED).when(AUDIENCE).then_refused(WrongStage, CHARTER_STAYS)


def test_all_that_is_said_of_it_is_kept(platform: Platform, mere: Asker, pilot: str) -> None:
    wish = ListAudience(pilot=pilot, **asdict(AUDIENCE))

    assert kept(platform, ask(platform, mere, wish)) == [(AUDIENCE, (pilot,))]
