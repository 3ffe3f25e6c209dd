"""Giving an experiment up, for a reason."""

import pytest

from domain.experiment import Experiment
from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.kernel.errors import WrongStage
from pilots.commands.experiment import AbandonExperiment
from tests.support.examples import ABANDONED, ENDED, PLANNED, TRIED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


@pytest.mark.parametrize("past", [(), (TRIED,)])
def test_what_has_no_result_yet_can_be_given_up(past: tuple[Fact, ...]) -> None:
    given(Experiment, PLANNED, *past).when(ABANDONED).then_kept()


@pytest.mark.parametrize(("last", "state"), [(ENDED, "ended"), (ABANDONED, "abandoned")])
def test_what_is_over_is_not_given_up(last: Fact, state: str) -> None:
    given(Experiment, PLANNED, TRIED, last).when(ABANDONED).then_refused(
        WrongStage, f"“One shelf at the gate” is {state}, so it cannot be abandoned"
    )


def test_the_reason_is_kept(platform: Platform, mere: Asker, pilot: str, experiment: str) -> None:
    wish = AbandonExperiment(experiment=experiment, reason=ABANDONED.reason)

    assert kept(platform, ask(platform, mere, wish)) == [(ABANDONED, (pilot,))]
