"""Saying what follows from what was found."""

import pytest
from msgspec.structs import replace

from domain.insight import Insight
from domain.kernel.access import Asker
from domain.kernel.errors import Missing
from pilots.commands.insight import DeriveInsight
from pilots.commands.parsing import read_command
from tests.support.examples import PILOT
from tests.support.examples.findings import DERIVED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_an_insight_follows_from_findings() -> None:
    given(Insight).when(DERIVED).then_kept()


def test_text_and_findings_are_kept(
    platform: Platform, mere: Asker, pilot: str, evidence: str
) -> None:
    wish = DeriveInsight(pilot=pilot, text=DERIVED.text, evidence=(evidence,))

    derived = replace(DERIVED, pilot=pilot, evidence=(evidence,))
    assert kept(platform, ask(platform, mere, wish)) == [(derived, (pilot,))]


def test_nothing_follows_from_nothing() -> None:
    with pytest.raises(Missing, match="Findings it follows from: this is needed"):
        read_command(DeriveInsight, {"pilot": PILOT, "text": "So.", "evidence": []})
