"""Pausing a pilot, which only a running one can do."""

from domain.kernel.access import Asker
from domain.kernel.errors import WrongStage
from domain.pilot import Pilot
from pilots.commands.pilot import StartPilot
from pilots.commands.pilot_course import PausePilot
from tests.support.examples import CLOSED, PROPOSED, STARTED, STATED
from tests.support.examples.pilots import PAUSED, RESUMED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_running_pilot_pauses_for_a_reason() -> None:
    given(Pilot, PROPOSED, STATED, STARTED).when(PAUSED).then_kept()


def test_a_pilot_can_pause_again_after_it_went_on() -> None:
    given(Pilot, PROPOSED, STATED, STARTED, PAUSED, RESUMED).when(PAUSED).then_kept()


def test_a_pilot_that_has_not_started_cannot_pause() -> None:
    given(Pilot, PROPOSED).when(PAUSED).then_refused(
        WrongStage, "“Common garden” is proposed, so it cannot be paused. Start it first"
    )


def test_a_paused_pilot_does_not_pause_twice() -> None:
    given(Pilot, PROPOSED, STATED, STARTED, PAUSED).when(PAUSED).then_refused(
        WrongStage, "“Common garden” is paused"
    )


def test_a_closed_pilot_does_not_pause() -> None:
    given(Pilot, PROPOSED, CLOSED).when(PAUSED).then_refused(WrongStage, "is closed")


def test_the_reason_is_kept(platform: Platform, mere: Asker, pilot: str) -> None:
    ask(platform, mere, StartPilot(pilot=pilot))
    wish = PausePilot(pilot=pilot, reason=PAUSED.reason)

    assert kept(platform, ask(platform, mere, wish)) == [(PAUSED, (pilot,))]
