"""Saying why the partners care."""

from msgspec.structs import asdict

from domain.kernel.access import Asker
from domain.kernel.errors import WrongStage
from domain.pilot import Pilot
from pilots.commands.pilot_purpose import StateWhyCare
from tests.support.examples import CLOSED, PROPOSED, STARTED, STATED
from tests.support.examples.pilots import CHARTER_STAYS, WHY_CARE
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_partners_say_why_they_care() -> None:
    given(Pilot, PROPOSED).when(WHY_CARE).then_kept()


def test_they_can_say_so_again_while_the_pilot_runs() -> None:
    given(Pilot, PROPOSED, STATED, STARTED, WHY_CARE).when(WHY_CARE).then_kept()


def test_a_closed_pilot_keeps_what_was_said() -> None:
    given(Pilot, PROPOSED, CLOSED).when(WHY_CARE).then_refused(WrongStage, CHARTER_STAYS)


def test_what_they_say_is_kept(platform: Platform, mere: Asker, pilot: str) -> None:
    wish = StateWhyCare(pilot=pilot, **asdict(WHY_CARE))

    assert kept(platform, ask(platform, mere, wish)) == [(WHY_CARE, (pilot,))]
