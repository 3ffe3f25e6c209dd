"""Saying a request that began with a tool again, as a capability and a problem."""

from msgspec.structs import asdict

from domain.kernel.access import Asker
from domain.kernel.errors import WrongStage
from domain.pilot import Pilot
from pilots.commands.pilot_purpose import ReframeRequest
from tests.support.examples import CLOSED, PROPOSED, STARTED, STATED
from tests.support.examples.pilots import CHARTER_STAYS, REFRAMED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_request_is_said_again_as_what_is_missing() -> None:
    given(Pilot, PROPOSED).when(REFRAMED).then_kept()


def test_it_can_be_said_better_while_the_pilot_runs() -> None:
    given(Pilot, PROPOSED, STATED, STARTED, REFRAMED).when(REFRAMED).then_kept()


def test_a_closed_pilot_keeps_its_request() -> None:
    given(Pilot, PROPOSED, CLOSED).when(REFRAMED).then_refused(WrongStage, CHARTER_STAYS)


def test_all_three_parts_are_kept(platform: Platform, mere: Asker, pilot: str) -> None:
    wish = ReframeRequest(pilot=pilot, **asdict(REFRAMED))

    assert kept(platform, ask(platform, mere, wish)) == [(REFRAMED, (pilot,))]
