"""Saying that an experiment was built on a lesson."""

import pytest

from domain.facts.lesson import LessonReused
from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.kernel.errors import WrongStage
from domain.lesson import Lesson
from pilots.commands.experiment import PlanExperiment
from pilots.commands.lesson import ReuseLesson
from tests.support.examples import LEARNED, OUTGROWN, REUSED, UNLEARNED
from tests.support.stories.builders import ask, open_gates
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_an_experiment_builds_on_it() -> None:
    given(Lesson, LEARNED).when(REUSED).then_kept()


def test_another_experiment_builds_on_it_too() -> None:
    other = LessonReused(experiment="experiment-fence")

    given(Lesson, LEARNED, REUSED).when(other).then_kept()


def test_one_experiment_builds_on_it_once() -> None:
    given(Lesson, LEARNED, REUSED).when(REUSED).then_refused(
        WrongStage, "This experiment already builds on the lesson", field="experiment"
    )


@pytest.mark.parametrize("gone", [UNLEARNED, OUTGROWN])
def test_nothing_builds_on_what_is_gone(gone: Fact) -> None:
    given(Lesson, LEARNED, gone).when(REUSED).then_refused(WrongStage, "This lesson|this one")


def test_the_fact_is_about_both_pilots(
    platform: Platform, mere: Asker, pilot: str, elsewhere: str, lesson: str
) -> None:
    open_gates(platform, mere, elsewhere)
    wish = PlanExperiment(pilot=elsewhere, title="Shelf")
    experiment = ask(platform, mere, wish).stream("experiment")

    reused = ask(platform, mere, ReuseLesson(lesson=lesson, experiment=experiment))

    assert kept(platform, reused) == [(LessonReused(experiment=experiment), (pilot, elsewhere))]
