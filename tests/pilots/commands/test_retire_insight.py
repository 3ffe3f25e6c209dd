"""Saying that an insight no longer holds."""

import pytest

from domain.insight import Insight
from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.kernel.errors import WrongStage
from pilots.commands.insight import RetireInsight
from tests.support.examples.findings import DERIVED, RETIRED, REVISED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


@pytest.mark.parametrize("past", [(), (REVISED,)])
def test_an_insight_no_longer_holds(past: tuple[Fact, ...]) -> None:
    given(Insight, DERIVED, *past).when(RETIRED).then_kept()


def test_it_is_retired_once() -> None:
    given(Insight, DERIVED, RETIRED).when(RETIRED).then_refused(
        WrongStage, "This insight was retired"
    )


def test_the_reason_is_kept(platform: Platform, mere: Asker, pilot: str, insight: str) -> None:
    wish = RetireInsight(insight=insight, reason=RETIRED.reason)

    assert kept(platform, ask(platform, mere, wish)) == [(RETIRED, (pilot,))]
