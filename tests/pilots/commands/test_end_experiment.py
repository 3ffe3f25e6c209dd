"""Ending an experiment with a result."""

from datetime import timedelta

import pytest

from domain.experiment import Experiment
from domain.kernel.access import Asker
from domain.kernel.errors import GateClosed, WrongStage
from pilots.commands.experiment import EndExperiment, PlanExperiment, StartExperiment
from pilots.commands.pilot import StartPilot
from pilots.commands.pilot_measures import DefineMeasure
from pilots.commands.pilot_purpose import NameProblem
from tests.support.examples import ABANDONED, ENDED, PLANNED, TRIED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given
from tests.support.stories.story import Story
from web.bootstrap import Platform


def test_a_running_experiment_ends_with_a_result() -> None:
    given(Experiment, PLANNED, TRIED).when(ENDED).then_kept()


def test_what_never_ran_has_no_result() -> None:
    given(Experiment, PLANNED).when(ENDED).then_refused(
        WrongStage, "“One shelf at the gate” is planned, so it cannot be ended. Start it first"
    )


def test_a_result_is_not_replaced() -> None:
    given(Experiment, PLANNED, TRIED, ENDED).when(ENDED).then_refused(
        WrongStage, "“One shelf at the gate” is ended"
    )


def test_what_was_given_up_gets_no_result() -> None:
    given(Experiment, PLANNED, TRIED, ABANDONED).when(ENDED).then_refused(
        WrongStage, "“One shelf at the gate” is abandoned"
    )


def test_all_of_its_facts_are_about_the_pilot(platform: Platform, mere: Asker, pilot: str) -> None:
    trial = ask(platform, mere, PlanExperiment(pilot=pilot, title="Shelf")).stream("experiment")
    ask(platform, mere, StartExperiment(experiment=trial))
    ended = EndExperiment(experiment=trial, result="refuted", summary="Nobody came.")

    last = ask(platform, mere, ended).position

    about = [event.pilots for event in platform.pilots.facts_after(last - 3, 3)]
    assert about == [(pilot,)] * 3


def test_a_measure_counts_from_when_it_was_written_down(story: Story) -> None:
    pilot = story.propose()
    story.do(NameProblem(pilot=pilot, problem="Nobody reads.", who_has_it="All."))
    story.do(StartPilot(pilot=pilot))
    trial = story.new(PlanExperiment(pilot=pilot, title="Two", override="Later."))
    story.do(StartExperiment(experiment=trial))
    before = story.clock() - timedelta(days=1)
    story.days(2)
    named = {"measure": "read", "name": "Read", "unit": "minutes"}
    story.do(DefineMeasure(pilot=pilot, occurred_at=before, **named))  # type: ignore[arg-type]  # words of a test

    with pytest.raises(GateClosed, match="only end inconclusive"):
        story.do(EndExperiment(experiment=trial, result="supported", summary="Yes."))
