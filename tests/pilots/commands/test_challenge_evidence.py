"""Doubting a finding, which stays with the doubt beside it."""

import pytest

from domain.evidence import Evidence
from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.kernel.errors import WrongStage
from pilots.commands.evidence import ChallengeEvidence
from tests.support.examples.findings import CHALLENGED, GATHERED, WITHDRAWN
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


@pytest.mark.parametrize("past", [(), (CHALLENGED,)])
def test_a_finding_is_doubted_again_and_again(past: tuple[Fact, ...]) -> None:
    given(Evidence, GATHERED, *past).when(CHALLENGED).then_kept()


def test_what_was_withdrawn_need_not_be_doubted() -> None:
    given(Evidence, GATHERED, WITHDRAWN).when(CHALLENGED).then_refused(
        WrongStage, "This finding was withdrawn"
    )


def test_everybody_may_doubt_it(platform: Platform, rui: Asker, pilot: str, evidence: str) -> None:
    wish = ChallengeEvidence(evidence=evidence, reason=CHALLENGED.reason)

    assert kept(platform, ask(platform, rui, wish)) == [(CHALLENGED, (pilot,))]
