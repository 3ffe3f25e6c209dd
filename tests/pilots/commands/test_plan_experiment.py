"""Planning an experiment within a pilot."""

import pytest

from domain.experiment import Experiment
from domain.facts.experiment import ExperimentPlanned
from domain.kernel.access import Asker
from domain.kernel.errors import Unknown
from pilots.commands.experiment import PlanExperiment
from pilots.commands.lesson import LearnLesson
from tests.support.examples import PLANNED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_change_is_planned_with_what_it_should_bring() -> None:
    given(Experiment).when(PLANNED).then_kept()


def test_an_experiment_may_build_on_what_was_learned(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    lesson = ask(platform, mere, LearnLesson(pilot=pilot, text="Begin small.")).stream("lesson")
    wish = PlanExperiment(
        pilot=pilot, title="One shelf", measures=("tools-lent",), informed_by=(lesson,)
    )

    planned = ExperimentPlanned(
        pilot=pilot, title="One shelf", measures=("tools-lent",), informed_by=(lesson,)
    )
    assert kept(platform, ask(platform, mere, wish)) == [(planned, (pilot,))]


@pytest.mark.parametrize("gone", ["pilot", "lesson"])
def test_what_it_builds_on_must_be_here(
    platform: Platform, mere: Asker, pilot: str, gone: str
) -> None:
    where = "pilot-gone" if gone == "pilot" else pilot
    before = platform.pilots.head()

    with pytest.raises(Unknown, match=f"There is no {gone} {gone}-gone here"):
        ask(platform, mere, PlanExperiment(pilot=where, title="X", informed_by=("lesson-gone",)))

    assert platform.pilots.head() == before
