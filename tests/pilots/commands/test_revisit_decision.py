"""Looking at a decision again, to see whether it held."""

import pytest

from domain.decision import Decision
from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.kernel.errors import WrongStage
from pilots.commands.decision import RevisitDecision
from tests.support.examples.talks import DECIDED, REVISITED, VERDICTS
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


@pytest.mark.parametrize("past", [(), (REVISITED,)])
def test_a_decision_is_looked_at_again_and_again(past: tuple[Fact, ...]) -> None:
    given(Decision, DECIDED, *past).when(REVISITED).then_kept()


@pytest.mark.parametrize("past", [(), (VERDICTS,)])
def test_what_nobody_decided_is_not_revisited(past: tuple[Fact, ...]) -> None:
    given(Decision, *past).when(REVISITED).then_refused(
        WrongStage, "Nothing is decided here yet, so nothing can be revisited"
    )


def test_whether_it_held_is_kept(
    platform: Platform, mere: Asker, pilot: str, decision: str
) -> None:
    wish = RevisitDecision(decision=decision, held=True, note=REVISITED.note)

    assert kept(platform, ask(platform, mere, wish)) == [(REVISITED, (pilot,))]
