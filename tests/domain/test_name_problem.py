"""Naming a problem, and who has it."""

from domain.errors import WrongStage
from domain.pilot import Pilot
from tests.examples import CLOSED, PROBLEM, PROPOSED
from tests.scenario import given


def test_a_problem_belongs_to_somebody() -> None:
    given(Pilot, PROPOSED).when(
        lambda pilot: pilot.name_problem(problem=PROBLEM.problem, who_has_it=PROBLEM.who_has_it)
    ).then(PROBLEM)


def test_a_pilot_may_have_more_than_one_problem() -> None:
    given(Pilot, PROPOSED, PROBLEM).when(
        lambda pilot: pilot.name_problem(problem=PROBLEM.problem, who_has_it=PROBLEM.who_has_it)
    ).then(PROBLEM)


def test_a_closed_pilot_gets_no_new_problems() -> None:
    given(Pilot, PROPOSED, CLOSED).when(
        lambda pilot: pilot.name_problem(problem="Rain.", who_has_it="All")
    ).then_refused(WrongStage, "is closed; .* but not name a problem")
