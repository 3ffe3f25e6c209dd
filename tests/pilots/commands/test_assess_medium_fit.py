"""Finding out how much of an audience is present on a medium."""

from msgspec.structs import asdict

from domain.kernel.access import Asker
from domain.kernel.errors import WrongStage
from domain.pilot import Pilot
from pilots.commands.pilot_media import AssessMediumFit
from tests.support.examples import CLOSED, PROPOSED, STARTED, STATED
from tests.support.examples.pilots import CHARTER_STAYS, FIT
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_share_is_said_with_its_source() -> None:
    given(Pilot, PROPOSED).when(FIT).then_kept()


def test_it_can_be_found_out_again() -> None:
    given(Pilot, PROPOSED, STATED, STARTED, FIT).when(FIT).then_kept()


def test_a_closed_pilot_assesses_nothing() -> None:
    given(Pilot, PROPOSED, CLOSED).when(FIT).then_refused(WrongStage, CHARTER_STAYS)


def test_the_share_and_its_source_are_kept(platform: Platform, mere: Asker, pilot: str) -> None:
    wish = AssessMediumFit(pilot=pilot, **asdict(FIT))

    assert kept(platform, ask(platform, mere, wish)) == [(FIT, (pilot,))]
