"""Naming a problem, and who has it."""

from domain.kernel.errors import WrongStage
from domain.pilot import Pilot
from tests.support.examples import CLOSED, PROBLEM, PROPOSED
from tests.support.examples.pilots import CHARTER_STAYS
from tests.support.stories.scenario import given


def test_a_problem_belongs_to_somebody() -> None:
    given(Pilot, PROPOSED).when(PROBLEM).then_kept()


def test_a_pilot_may_have_more_than_one_problem() -> None:
    given(Pilot, PROPOSED, PROBLEM).when(PROBLEM).then_kept()


def test_a_closed_pilot_gets_no_new_problems() -> None:
    given(Pilot, PROPOSED, CLOSED).when(PROBLEM).then_refused(WrongStage, CHARTER_STAYS)
