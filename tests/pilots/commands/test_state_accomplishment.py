"""Saying what a pilot should accomplish."""

from domain.facts.pilot_purpose import PilotAccomplishmentStated
from domain.kernel.errors import WrongStage
from domain.pilot import Pilot
from tests.support.examples import CLOSED, PROPOSED, STARTED, STATED
from tests.support.examples.pilots import CHARTER_STAYS
from tests.support.stories.scenario import given


def test_the_answer_is_kept_with_its_kind_of_goal() -> None:
    given(Pilot, PROPOSED).when(STATED).then_kept()


def test_a_running_pilot_can_be_given_a_better_answer() -> None:
    better = PilotAccomplishmentStated(answer="Nine gardens do.")

    given(Pilot, PROPOSED, STATED, STARTED).when(better).then_kept()


def test_a_closed_pilot_keeps_the_answer_it_has() -> None:
    given(Pilot, PROPOSED, CLOSED).when(STATED).then_refused(WrongStage, CHARTER_STAYS)
