"""Saying an insight anew, from the findings there are now."""

from msgspec.structs import replace

from domain.insight import Insight
from domain.kernel.access import Asker
from domain.kernel.errors import WrongStage
from pilots.commands.insight import ReviseInsight
from tests.support.examples.findings import DERIVED, RETIRED, REVISED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_an_insight_is_said_anew() -> None:
    given(Insight, DERIVED).when(REVISED).then_kept()


def test_it_is_said_anew_again() -> None:
    given(Insight, DERIVED, REVISED).when(REVISED).then_kept()


def test_what_was_retired_stays_as_it_was() -> None:
    given(Insight, DERIVED, RETIRED).when(REVISED).then_refused(
        WrongStage, "This insight was retired, so it stays as it was. Derive another one"
    )


def test_text_and_findings_are_kept(
    platform: Platform, mere: Asker, pilot: str, insight: str, evidence: str
) -> None:
    wish = ReviseInsight(insight=insight, text=REVISED.text, evidence=(evidence,))

    revised = replace(REVISED, evidence=(evidence,))
    assert kept(platform, ask(platform, mere, wish)) == [(revised, (pilot,))]
