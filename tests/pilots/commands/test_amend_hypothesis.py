"""Saying a part of a hypothesis anew, with what it said before."""

import pytest
from msgspec.structs import replace

from domain.experiment import Experiment
from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.kernel.errors import WrongStage
from pilots.commands.experiment import AmendHypothesis
from tests.support.examples import ABANDONED, AMENDED, ENDED, PLANNED, TRIED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def amend(experiment: Experiment) -> None:
    experiment.record(experiment.amended("outcome", AMENDED.new, AMENDED.reason))


@pytest.mark.parametrize("past", [(), (TRIED,)])
def test_it_is_said_anew_until_it_has_ended(past: tuple[Fact, ...]) -> None:
    given(Experiment, PLANNED, *past).when_asked(amend).then(AMENDED)


def test_a_part_that_was_left_open_is_filled_in() -> None:
    bare = replace(PLANNED, outcome=None)

    given(Experiment, bare).when_asked(amend).then(replace(AMENDED, old=None))


def test_what_it_says_already_is_no_change() -> None:
    given(Experiment, PLANNED, AMENDED).when_asked(amend).then_refused(
        WrongStage, "That is what the hypothesis already says", field="new"
    )


@pytest.mark.parametrize(("last", "state"), [(ENDED, "ended"), (ABANDONED, "abandoned")])
def test_nothing_is_expected_afterwards(last: Fact, state: str) -> None:
    given(Experiment, PLANNED, TRIED, last).when_asked(amend).then_refused(
        WrongStage, f"“One shelf at the gate” is {state}, so it cannot be amended"
    )


def test_old_and_new_are_kept(platform: Platform, mere: Asker, pilot: str, experiment: str) -> None:
    wish = AmendHypothesis(
        experiment=experiment, field="outcome", new=AMENDED.new, reason=AMENDED.reason
    )

    assert kept(platform, ask(platform, mere, wish)) == [(AMENDED, (pilot,))]
