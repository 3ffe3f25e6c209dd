"""Saying what went into an experiment."""

import pytest
from msgspec.structs import replace

from domain.experiment import Experiment
from domain.facts.experiment import ExperimentEffortLogged
from domain.kernel.access import Asker
from domain.kernel.errors import Missing
from domain.kernel.fields import Money
from pilots.commands.experiment import LogEffort
from tests.support.examples import EFFORT, ENDED, PLANNED, TRIED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


@pytest.mark.parametrize(
    "effort",
    [EFFORT, ExperimentEffortLogged(money=Money(amount="12.50", currency="NZD"))],
)
def test_hours_or_money_went_into_it(effort: ExperimentEffortLogged) -> None:
    given(Experiment, PLANNED, TRIED).when(effort).then_kept()


def test_effort_is_logged_again_and_again_even_late() -> None:
    given(Experiment, PLANNED, TRIED, EFFORT, ENDED).when(EFFORT).then_kept()


def test_no_effort_is_not_logged() -> None:
    given(Experiment, PLANNED, TRIED).when(ExperimentEffortLogged()).then_refused(
        Missing, "Say how many hours or how much money went into it", field="hours"
    )


def test_both_are_kept(platform: Platform, mere: Asker, pilot: str, experiment: str) -> None:
    money = Money(amount="12.50", currency="NZD")

    logged = ask(platform, mere, LogEffort(experiment=experiment, hours=6, money=money))

    assert kept(platform, logged) == [(replace(EFFORT, money=money), (pilot,))]
