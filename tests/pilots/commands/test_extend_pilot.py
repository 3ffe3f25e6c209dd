"""Moving the end of a pilot, which stays visible where it was."""

from datetime import date

from msgspec.structs import replace

from domain.facts.pilot import PilotStarted
from domain.kernel.access import Asker
from domain.kernel.errors import WrongStage
from domain.pilot import Pilot
from pilots.commands.pilot import StartPilot
from pilots.commands.pilot_course import ExtendPilot
from tests.support.examples import CLOSED, PROPOSED, STATED
from tests.support.examples.pilots import EXTENDED, PAUSED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform

SUMMER, AUTUMN = date(2026, 6, 30), date(2026, 10, 31)
ENDLESS, ENDING = PilotStarted(), PilotStarted(ends_on=SUMMER)


def extend(pilot: Pilot) -> None:
    pilot.record(pilot.extended(AUTUMN, EXTENDED.reason))


def test_the_end_moves_from_where_it_was() -> None:
    moved = replace(EXTENDED, old_end=SUMMER)

    given(Pilot, PROPOSED, STATED, ENDING).when_asked(extend).then(moved)


def test_a_pilot_without_an_end_is_given_one() -> None:
    given(Pilot, PROPOSED, STATED, ENDLESS).when_asked(extend).then(EXTENDED)


def test_a_paused_pilot_can_get_more_time() -> None:
    given(Pilot, PROPOSED, STATED, ENDLESS, PAUSED).when_asked(extend).then(EXTENDED)


def test_the_end_it_has_is_no_new_end() -> None:
    given(Pilot, PROPOSED, STATED, ENDLESS, EXTENDED).when_asked(extend).then_refused(
        WrongStage, "that is how “Common garden” stands already", field="new_end"
    )


def test_what_has_not_begun_has_no_end_to_move() -> None:
    given(Pilot, PROPOSED).when_asked(extend).then_refused(WrongStage, "Start it first")


def test_a_closed_pilot_does_not_get_more_time() -> None:
    given(Pilot, PROPOSED, STATED, ENDING, CLOSED).when_asked(extend).then_refused(
        WrongStage, "is closed, so it cannot be extended"
    )


def test_both_ends_are_kept(platform: Platform, mere: Asker, pilot: str) -> None:
    ask(platform, mere, StartPilot(pilot=pilot, ends_on=SUMMER))
    wish = ExtendPilot(pilot=pilot, new_end=AUTUMN, reason=EXTENDED.reason)

    moved = kept(platform, ask(platform, mere, wish))

    assert moved == [(replace(EXTENDED, old_end=SUMMER), (pilot,))]
