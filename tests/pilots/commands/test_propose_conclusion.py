"""Saying what the thoughts in the pool come to."""

import pytest

from domain.conclusion import Conclusion
from domain.facts.conclusion import ConclusionReached
from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.kernel.errors import Missing, WrongStage
from pilots.commands.conclusion import ProposeConclusion
from tests.support.examples import ANA
from tests.support.examples.talks import CONCLUDING, OBJECTED, POOLED, REACHED, SUPPORTED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


@pytest.mark.parametrize("past", [(), (CONCLUDING,), (CONCLUDING, SUPPORTED)])
def test_a_conclusion_is_proposed_and_proposed_anew(past: tuple[Fact, ...]) -> None:
    given(Conclusion, POOLED, *past).when(CONCLUDING).then_kept()


def test_support_begins_anew_with_each_proposal() -> None:
    given(Conclusion, POOLED, CONCLUDING, SUPPORTED, OBJECTED, CONCLUDING).when_asked(
        lambda conclusion: conclusion.record(conclusion.reached())
    ).then_refused(Missing, "Nobody supports it yet")


def test_what_was_reached_is_not_proposed_again() -> None:
    given(Conclusion, POOLED, CONCLUDING, SUPPORTED, REACHED).when(CONCLUDING).then_refused(
        WrongStage, "This conclusion was reached"
    )


def test_the_words_are_kept(platform: Platform, mere: Asker, pilot: str, conclusion: str) -> None:
    wish = ProposeConclusion(conclusion=conclusion, text=CONCLUDING.text)

    assert kept(platform, ask(platform, mere, wish)) == [(CONCLUDING, (pilot,))]


def test_an_objection_is_to_what_was_proposed_then() -> None:
    again = given(Conclusion, POOLED, CONCLUDING, OBJECTED, CONCLUDING, SUPPORTED)
    again.when_asked(lambda conclusion: conclusion.record(conclusion.reached())).then(
        ConclusionReached(supporters=(ANA,), objections=())
    )
