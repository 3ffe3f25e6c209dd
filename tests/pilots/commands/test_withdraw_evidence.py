"""Taking a finding back, which leaves it in the history."""

import pytest

from domain.evidence import Evidence
from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.kernel.errors import NotAllowed, WrongStage
from pilots.commands.evidence import GatherEvidence, WithdrawEvidence
from tests.support.examples.findings import CHALLENGED, GATHERED, LINKED, WITHDRAWN
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


@pytest.mark.parametrize("past", [(), (LINKED, CHALLENGED)])
def test_a_finding_is_withdrawn_for_a_reason(past: tuple[Fact, ...]) -> None:
    given(Evidence, GATHERED, *past).when(WITHDRAWN).then_kept()


def test_it_is_withdrawn_once() -> None:
    given(Evidence, GATHERED, WITHDRAWN).when(WITHDRAWN).then_refused(
        WrongStage, "This finding was withdrawn"
    )


def test_the_writer_and_a_manager_may(
    platform: Platform, mere: Asker, rui: Asker, pilot: str
) -> None:
    for allowed in (rui, mere):
        found = ask(platform, rui, GatherEvidence(pilot=pilot, text="A ladder."))
        wish = WithdrawEvidence(evidence=found.stream("evidence"), reason=WITHDRAWN.reason)

        assert kept(platform, ask(platform, allowed, wish)) == [(WITHDRAWN, (pilot,))]


def test_somebody_elses_finding_stays(platform: Platform, rui: Asker, evidence: str) -> None:
    before = platform.pilots.head()

    with pytest.raises(NotAllowed, match="Somebody else wrote this"):
        ask(platform, rui, WithdrawEvidence(evidence=evidence, reason="I dislike it."))

    assert platform.pilots.head() == before
