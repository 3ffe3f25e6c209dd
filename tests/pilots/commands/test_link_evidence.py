"""Holding a finding against what it speaks for or against."""

import pytest
from msgspec.structs import replace

from domain.evidence import Evidence
from domain.facts.evidence import EvidenceLinked
from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.kernel.errors import Invalid, WrongStage
from pilots.commands.evidence import LinkEvidence
from tests.support.examples import ANA
from tests.support.examples.findings import GATHERED, LINKED, WITHDRAWN
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_finding_supports_something() -> None:
    given(Evidence, GATHERED).when(LINKED).then_kept()


@pytest.mark.parametrize(
    "other",
    [replace(LINKED, stance="opposes"), EvidenceLinked(target="value-ladders", stance="supports")],
)
def test_it_can_be_held_against_more(other: Fact) -> None:
    given(Evidence, GATHERED, LINKED).when(other).then_kept()


def test_it_is_held_against_one_thing_once() -> None:
    given(Evidence, GATHERED, LINKED).when(LINKED).then_refused(
        WrongStage, "already held against that, in the same way", field="target"
    )


def test_what_was_withdrawn_speaks_for_nothing() -> None:
    given(Evidence, GATHERED, WITHDRAWN).when(LINKED).then_refused(
        WrongStage, "This finding was withdrawn, so nothing can be built on it"
    )


def test_what_it_is_held_against_is_kept(
    platform: Platform, mere: Asker, pilot: str, evidence: str, lesson: str
) -> None:
    wish = LinkEvidence(evidence=evidence, target=lesson, stance="opposes")

    linked = EvidenceLinked(target=lesson, stance="opposes")
    assert kept(platform, ask(platform, mere, wish)) == [(linked, (pilot,))]


def test_a_finding_is_not_held_against_itself() -> None:
    own = EvidenceLinked(target="evidence-example", stance="supports")

    given(Evidence, GATHERED).when(own).then_refused(Invalid, "itself", field="target")


def test_a_finding_is_not_held_against_a_person() -> None:
    person = EvidenceLinked(target=ANA, stance="opposes")

    given(Evidence, GATHERED).when(person).then_refused(Invalid, "person", field="target")
