"""Hanging a goal into the goal tree of a programme."""

from msgspec.structs import asdict, replace

from domain.kernel.access import Asker
from domain.kernel.errors import Unknown, WrongStage
from domain.programme import Programme
from pilots.commands.programme import AddGoal
from tests.support.examples import OPENED
from tests.support.examples.pilots import GOAL, SUBGOAL
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_mission_stands_on_top() -> None:
    given(Programme, OPENED).when(GOAL).then_kept()


def test_a_goal_hangs_below_another() -> None:
    given(Programme, OPENED, GOAL).when(SUBGOAL).then_kept()


def test_a_goal_does_not_hang_in_the_air() -> None:
    given(Programme, OPENED).when(SUBGOAL).then_refused(
        Unknown, "“Neighbours” has no goal called “less-stuff”. Add that one", field="parent"
    )


def test_a_goal_does_not_hang_below_itself() -> None:
    given(Programme, OPENED).when(replace(GOAL, parent=GOAL.goal)).then_refused(
        Unknown, "has no goal called “less-stuff”", field="parent"
    )


def test_a_key_stands_for_one_goal_only() -> None:
    given(Programme, OPENED, GOAL).when(GOAL).then_refused(
        WrongStage, "already has a goal called “less-stuff”. Choose another key", field="goal"
    )


def test_the_tree_is_kept(platform: Platform, mere: Asker, programme: str) -> None:
    top, below = (AddGoal(programme=programme, **asdict(goal)) for goal in (GOAL, SUBGOAL))

    assert kept(platform, ask(platform, mere, top)) == [(GOAL, ())]
    assert kept(platform, ask(platform, mere, below)) == [(SUBGOAL, ())]
