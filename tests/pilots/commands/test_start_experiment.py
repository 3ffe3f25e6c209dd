"""Starting an experiment, once."""

import pytest

from domain.experiment import Experiment
from domain.kernel.access import Asker
from domain.kernel.errors import Unknown, WrongStage
from pilots.commands.experiment import StartExperiment
from tests.support.examples import ENDED, PLANNED, TRIED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given
from web.bootstrap import Platform


def test_a_planned_change_can_be_tried() -> None:
    given(Experiment, PLANNED).when(TRIED).then_kept()


def test_a_change_is_not_tried_twice_at_once() -> None:
    given(Experiment, PLANNED, TRIED).when(TRIED).then_refused(
        WrongStage, "“One shelf at the gate” is running, so it cannot be started"
    )


def test_an_ended_experiment_stays_ended() -> None:
    given(Experiment, PLANNED, TRIED, ENDED).when(TRIED).then_refused(
        WrongStage, "“One shelf at the gate” is ended, so it cannot be started"
    )


def test_an_unknown_experiment_cannot_start(platform: Platform, mere: Asker) -> None:
    with pytest.raises(Unknown, match="There is no experiment experiment-gone here"):
        ask(platform, mere, StartExperiment(experiment="experiment-gone"))
