"""Saying what a pilot asks of those who take part."""

from msgspec.structs import asdict

from domain.kernel.access import Asker
from domain.kernel.errors import WrongStage
from domain.pilot import Pilot
from pilots.commands.pilot_purpose import SetParticipantAsk
from tests.support.examples import CLOSED, PROPOSED, STARTED, STATED
from tests.support.examples.pilots import ASKED_OF_THEM, CHARTER_STAYS
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_what_is_asked_of_people_is_said() -> None:
    given(Pilot, PROPOSED).when(ASKED_OF_THEM).then_kept()


def test_it_can_be_asked_differently_while_the_pilot_runs() -> None:
    given(Pilot, PROPOSED, STATED, STARTED, ASKED_OF_THEM).when(ASKED_OF_THEM).then_kept()


def test_a_closed_pilot_asks_nothing_more() -> None:
    given(Pilot, PROPOSED, CLOSED).when(ASKED_OF_THEM).then_refused(WrongStage, CHARTER_STAYS)


def test_what_is_asked_is_kept(platform: Platform, mere: Asker, pilot: str) -> None:
    wish = SetParticipantAsk(pilot=pilot, **asdict(ASKED_OF_THEM))

    assert kept(platform, ask(platform, mere, wish)) == [(ASKED_OF_THEM, (pilot,))]
