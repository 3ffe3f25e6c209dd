"""Saying that a conclusion is reached, by whom, and who objected."""

import pytest

from domain.conclusion import Conclusion
from domain.facts.conclusion import ConclusionReached
from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.kernel.errors import Missing, WrongStage
from pilots.commands.conclusion import (
    ObjectToConclusion,
    ProposeConclusion,
    ReachConclusion,
    SupportConclusion,
)
from tests.support.examples import ANA, RUI
from tests.support.examples.talks import CONCLUDING, OBJECTED, POOLED, REACHED, SUPPORTED
from tests.support.stories.builders import ask, open_gates
from tests.support.stories.scenario import given, kept, nth
from web.bootstrap import Platform


def reach(conclusion: Conclusion) -> None:
    conclusion.record(conclusion.reached())


def test_it_is_reached_by_those_who_support_it() -> None:
    given(Conclusion, POOLED, CONCLUDING, SUPPORTED).given(SUPPORTED, by=RUI).when_asked(
        reach
    ).then(ConclusionReached(supporters=(ANA, RUI)))


def test_objections_stay_listed() -> None:
    given(Conclusion, POOLED, CONCLUDING, OBJECTED, SUPPORTED).when_asked(reach).then(
        ConclusionReached(supporters=(ANA,), objections=(nth(3),))
    )


@pytest.mark.parametrize("past", [(), (CONCLUDING,), (CONCLUDING, OBJECTED)])
def test_nobodys_conclusion_is_none(past: tuple[Fact, ...]) -> None:
    given(Conclusion, POOLED, *past).when_asked(reach).then_refused(
        Missing, "Nobody supports it yet"
    )


def test_it_is_reached_once() -> None:
    given(Conclusion, POOLED, CONCLUDING, SUPPORTED, REACHED).when_asked(reach).then_refused(
        WrongStage, "This conclusion was reached"
    )


def test_who_supported_and_what_was_objected_is_kept(
    platform: Platform, mere: Asker, rui: Asker, pilot: str, conclusion: str
) -> None:
    open_gates(platform, mere, pilot)
    ask(platform, mere, ProposeConclusion(conclusion=conclusion, text="So be it."))
    for one in (rui, mere):
        ask(platform, one, SupportConclusion(conclusion=conclusion))
    ask(platform, rui, ObjectToConclusion(conclusion=conclusion, reason="Not quite."))

    reached = ask(platform, mere, ReachConclusion(conclusion=conclusion))

    objection = platform.pilots.facts_of(conclusion)[-2].id
    fact = ConclusionReached(supporters=(rui.person, mere.person), objections=(objection,))
    assert kept(platform, reached) == [(fact, (pilot,))]
