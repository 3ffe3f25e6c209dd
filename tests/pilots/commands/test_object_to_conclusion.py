"""Objecting to a proposed conclusion, which stays listed."""

import pytest

from domain.conclusion import Conclusion
from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.kernel.errors import WrongStage
from pilots.commands.conclusion import ObjectToConclusion, ProposeConclusion
from tests.support.examples.talks import (
    CONCLUDING,
    OBJECTED,
    POOLED,
    REACHED,
    REACTED,
    SUPPORTED,
)
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


@pytest.mark.parametrize("past", [(), (SUPPORTED,), (OBJECTED,)])
def test_somebody_objects_for_a_reason(past: tuple[Fact, ...]) -> None:
    given(Conclusion, POOLED, CONCLUDING, *past).when(OBJECTED).then_kept()


def test_there_is_nothing_to_object_to_before_a_proposal() -> None:
    given(Conclusion, POOLED, REACTED).when(OBJECTED).then_refused(
        WrongStage, "Nothing is proposed yet"
    )


def test_what_was_reached_is_not_objected_to() -> None:
    given(Conclusion, POOLED, CONCLUDING, SUPPORTED, REACHED).when(OBJECTED).then_refused(
        WrongStage, "This conclusion was reached"
    )


def test_the_reason_is_kept(
    platform: Platform, mere: Asker, rui: Asker, pilot: str, conclusion: str
) -> None:
    ask(platform, mere, ProposeConclusion(conclusion=conclusion, text="So be it."))
    wish = ObjectToConclusion(conclusion=conclusion, reason=OBJECTED.reason)

    assert kept(platform, ask(platform, rui, wish)) == [(OBJECTED, (pilot,))]
