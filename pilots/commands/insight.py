"""What can be asked of insights and assumptions."""

from typing import Annotated

from msgspec import Meta

from domain.facts.insight import (
    AssumptionRaised,
    AssumptionTested,
    InsightDerived,
    InsightRetired,
    InsightRevised,
)
from domain.insight import Assumption, Insight
from domain.kernel.fields import AssumptionId, EvidenceId, InsightId, PilotId, Risk, Tested
from pilots.commands.base import Command, Reason, RequiredText

Grounds = Annotated[
    tuple[EvidenceId, ...],
    Meta(
        title="Findings it follows from", description="At least one.", min_length=1, max_length=50
    ),
]
Findings = Annotated[tuple[EvidenceId, ...], Meta(title="Findings", max_length=50)]


class DeriveInsight(
    Command, name="derive-insight", button="Keep the insight", of=Insight, records=InsightDerived
):
    """Say what follows from what was found."""

    pilot: PilotId
    text: Annotated[RequiredText, Meta(title="What follows?")]
    evidence: Grounds


class ReviseInsight(
    Command,
    name="revise-insight",
    button="Revise the insight",
    of=Insight,
    records=InsightRevised,
    edits=True,
):
    """Say an insight anew, from the findings there are now."""

    insight: InsightId
    text: Annotated[RequiredText, Meta(title="What follows now?")]
    evidence: Grounds


class RetireInsight(
    Command, name="retire-insight", button="Retire the insight", of=Insight, records=InsightRetired
):
    """Say that an insight no longer holds."""

    insight: InsightId
    reason: Reason


class RaiseAssumption(
    Command,
    name="raise-assumption",
    button="Keep the assumption",
    of=Assumption,
    records=AssumptionRaised,
):
    """Say what is taken for true though nobody has tested it."""

    pilot: PilotId
    text: Annotated[RequiredText, Meta(title="What is taken for true?")]
    risk: Annotated[Risk, Meta(title="What if it is wrong?", description="How bad that is.")] = (
        "medium"
    )


class TestAssumption(
    Command,
    name="test-assumption",
    button="Save the test",
    of=Assumption,
    records=AssumptionTested,
):
    """Hold an assumption against what was found."""

    assumption: AssumptionId
    result: Annotated[Tested, Meta(title="Did it hold?")]
    evidence: Findings = ()
