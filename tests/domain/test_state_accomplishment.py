"""Saying what a pilot should accomplish."""

from domain.errors import WrongStage
from domain.facts.pilot_purpose import PilotAccomplishmentStated
from domain.pilot import Pilot
from tests.examples import CLOSED, PROPOSED, STARTED, STATED
from tests.scenario import given


def test_the_answer_is_kept_with_its_kind_of_goal() -> None:
    given(Pilot, PROPOSED).when(
        lambda pilot: pilot.state_accomplishment(answer=STATED.answer, goal_type="network")
    ).then(STATED)


def test_a_running_pilot_can_be_given_a_better_answer() -> None:
    given(Pilot, PROPOSED, STATED, STARTED).when(
        lambda pilot: pilot.state_accomplishment(answer="Nine gardens do.")
    ).then(PilotAccomplishmentStated(answer="Nine gardens do.", goal_type="other"))


def test_a_closed_pilot_keeps_the_answer_it_has() -> None:
    given(Pilot, PROPOSED, CLOSED).when(
        lambda pilot: pilot.state_accomplishment(answer="Too late.")
    ).then_refused(WrongStage, "is closed; .* but not say what it should accomplish")
