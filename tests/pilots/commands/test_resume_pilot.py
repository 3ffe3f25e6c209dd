"""Resuming a pilot that was paused."""

from domain.kernel.access import Asker
from domain.kernel.errors import WrongStage
from domain.pilot import Pilot
from pilots.commands.pilot import StartPilot
from pilots.commands.pilot_course import PausePilot, ResumePilot
from tests.support.examples import CLOSED, PROPOSED, STARTED, STATED
from tests.support.examples.pilots import PAUSED, RESUMED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_paused_pilot_goes_on() -> None:
    given(Pilot, PROPOSED, STATED, STARTED, PAUSED).when(RESUMED).then_kept()


def test_a_running_pilot_need_not_be_resumed() -> None:
    given(Pilot, PROPOSED, STATED, STARTED).when(RESUMED).then_refused(
        WrongStage, "“Common garden” is running already"
    )


def test_a_pilot_that_has_not_started_is_started_instead() -> None:
    given(Pilot, PROPOSED).when(RESUMED).then_refused(WrongStage, "Start it first")


def test_a_pilot_closed_while_it_was_paused_stays_closed() -> None:
    given(Pilot, PROPOSED, STATED, STARTED, PAUSED, CLOSED).when(RESUMED).then_refused(
        WrongStage, "is closed"
    )


def test_that_it_goes_on_is_kept(platform: Platform, mere: Asker, pilot: str) -> None:
    for wish in (StartPilot(pilot=pilot), PausePilot(pilot=pilot, reason="Frost.")):
        ask(platform, mere, wish)

    resumed = ask(platform, mere, ResumePilot(pilot=pilot))

    assert kept(platform, resumed) == [(RESUMED, (pilot,))]
