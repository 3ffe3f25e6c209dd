"""Holding an assumption against what was found."""

import pytest
from msgspec.structs import replace

from domain.facts.insight import AssumptionTested
from domain.insight import Assumption
from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from pilots.commands.insight import TestAssumption as Hold
from tests.support.examples.findings import RAISED, TESTED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


@pytest.mark.parametrize("past", [(), (TESTED,)])
def test_an_assumption_is_tested_again_and_again(past: tuple[Fact, ...]) -> None:
    given(Assumption, RAISED, *past).when(TESTED).then_kept()


def test_it_can_be_tested_without_a_finding() -> None:
    given(Assumption, RAISED).when(AssumptionTested(result="unclear")).then_kept()


def test_result_and_findings_are_kept(
    platform: Platform, mere: Asker, pilot: str, assumption: str, evidence: str
) -> None:
    wish = Hold(assumption=assumption, result="failed", evidence=(evidence,))

    tested = replace(TESTED, evidence=(evidence,))
    assert kept(platform, ask(platform, mere, wish)) == [(tested, (pilot,))]
