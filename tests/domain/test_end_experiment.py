"""Ending an experiment with a result."""

from domain.access import Asker
from domain.errors import WrongStage
from domain.experiment import Experiment
from domain.facts.experiment import ExperimentAbandoned
from pilots.commands.experiment import EndExperiment, PlanExperiment, StartExperiment
from tests.conftest import ask
from tests.examples import ENDED, PLANNED, TRIED
from tests.scenario import Scenario, given
from web.bootstrap import Platform


def end(story: Scenario[Experiment]) -> Scenario[Experiment]:
    return story.when(lambda experiment: experiment.end(result="supported", summary=ENDED.summary))


def test_a_running_experiment_ends_with_a_result() -> None:
    end(given(Experiment, PLANNED, TRIED)).then(ENDED)


def test_what_never_ran_has_no_result() -> None:
    end(given(Experiment, PLANNED)).then_refused(WrongStage, "is planned, .* Start it first")


def test_a_result_is_not_replaced() -> None:
    end(given(Experiment, PLANNED, TRIED, ENDED)).then_refused(WrongStage, "It has its result")


def test_what_was_given_up_gets_no_result() -> None:
    gone = ExperimentAbandoned(reason="The gate was stolen.")

    end(given(Experiment, PLANNED, TRIED, gone)).then_refused(WrongStage, "is ended")


def test_all_of_its_facts_are_about_the_pilot(platform: Platform, mere: Asker, pilot: str) -> None:
    trial = ask(platform, mere, PlanExperiment(pilot=pilot, title="Shelf")).stream("experiment")
    ask(platform, mere, StartExperiment(experiment=trial))
    ended = EndExperiment(experiment=trial, result="refuted", summary="Nobody came.")

    last = ask(platform, mere, ended).position

    about = [event.pilots for event in platform.pilots.facts_after(last - 3, 3)]
    assert about == [(pilot,)] * 3
