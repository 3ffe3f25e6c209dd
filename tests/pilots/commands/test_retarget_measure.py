"""Moving a target, which stays visible where it was."""

from msgspec.structs import replace

from domain.kernel.access import Asker
from domain.kernel.errors import Unknown, WrongStage
from domain.pilot import Pilot
from pilots.commands.pilot_measures import DefineMeasure, RetargetMeasure
from tests.support.examples import CLOSED, MEASURED, PROPOSED
from tests.support.examples.pilots import CHARTER_STAYS, RETARGETED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def retarget(pilot: Pilot) -> None:
    pilot.record(pilot.retargeted("tools-lent", "35", RETARGETED.reason))


def test_a_target_moves_from_where_it_was() -> None:
    given(Pilot, PROPOSED, MEASURED).when_asked(retarget).then(RETARGETED)


def test_a_measure_without_a_target_is_given_one() -> None:
    bare = replace(MEASURED, target=None)

    given(Pilot, PROPOSED, bare).when_asked(retarget).then(replace(RETARGETED, old=None))


def test_the_target_it_has_is_no_new_one() -> None:
    given(Pilot, PROPOSED, MEASURED, RETARGETED).when_asked(retarget).then_refused(
        WrongStage, "that is how “Common garden” stands already", field="new"
    )


def test_what_is_not_measured_has_no_target() -> None:
    given(Pilot, PROPOSED).when_asked(retarget).then_refused(
        Unknown, "“Common garden” has no measure called “tools-lent”. Define it", field="measure"
    )


def test_a_closed_pilot_moves_no_target() -> None:
    given(Pilot, PROPOSED, MEASURED, CLOSED).when_asked(retarget).then_refused(
        WrongStage, CHARTER_STAYS
    )


def test_both_targets_are_kept(platform: Platform, mere: Asker, pilot: str) -> None:
    measure = DefineMeasure(
        pilot=pilot, measure="tools-lent", name="Tools lent", unit="tools", target="20"
    )
    ask(platform, mere, measure)
    wish = RetargetMeasure(pilot=pilot, measure="tools-lent", new="35", reason=RETARGETED.reason)

    assert kept(platform, ask(platform, mere, wish)) == [(RETARGETED, (pilot,))]
