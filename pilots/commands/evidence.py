"""What can be asked of evidence, which pages call findings."""

from typing import Annotated

from msgspec import Meta

from domain.evidence import Evidence
from domain.facts.evidence import (
    EvidenceChallenged,
    EvidenceGathered,
    EvidenceLinked,
    EvidenceWithdrawn,
)
from domain.kernel.fields import (
    Area,
    Bearing,
    EntryId,
    EvidenceId,
    EvidenceKind,
    ExperimentId,
    PilotId,
    Sha256,
    Stakeholder,
    StreamId,
    Strength,
    Uri,
    Whose,
)
from pilots.commands.base import Command, Reason, RequiredText
from pilots.unit_of_work import UnitOfWork


class GatherEvidence(
    Command,
    name="gather-evidence",
    button="Keep the finding",
    of=Evidence,
    records=EvidenceGathered,
):
    """Keep what was seen, said or measured, whatever it speaks for."""

    pilot: PilotId
    experiment: Annotated[ExperimentId | None, Meta(title="Experiment")] = None
    text: Annotated[RequiredText, Meta(title="What was found?")]
    kind: Annotated[EvidenceKind, Meta(title="Kind")] = "observation"
    strength: Annotated[
        Strength, Meta(title="Strength", description="1 hearsay, 3 seen by several, 5 measured.")
    ] = 3
    whose: Annotated[Whose, Meta(title="Found by us, or by others?")] = "own"
    stakeholder: Annotated[Stakeholder, Meta(title="Whom is it about?")] = "other"
    area: Annotated[Area | None, Meta(title="Where in the work?")] = None
    uri: Annotated[Uri | None, Meta(title="Address", description="https://… of the source.")] = None
    sha256: Annotated[
        Sha256 | None, Meta(title="SHA-256", description="Of the document, so that it can be told.")
    ] = None
    entries: Annotated[tuple[EntryId, ...], Meta(title="Entries it rests on", max_length=50)] = ()

    def carry_out(self, work: UnitOfWork) -> None:
        """Keep it, within an experiment of the pilot where one is named."""
        work.within(self.pilot, self.experiment)
        super().carry_out(work)


class LinkEvidence(
    Command, name="link-evidence", button="Link the finding", of=Evidence, records=EvidenceLinked
):
    """Hold a finding against a lesson, an insight, an assumption, a value or a decision."""

    evidence: EvidenceId
    target: Annotated[StreamId, Meta(title="Held against what?")]
    stance: Annotated[Bearing, Meta(title="What does it do to it?")] = "supports"


class ChallengeEvidence(
    Command,
    name="challenge-evidence",
    button="Challenge the finding",
    of=Evidence,
    records=EvidenceChallenged,
):
    """Say why a finding should be doubted; it stays, with the doubt beside it."""

    evidence: EvidenceId
    reason: Reason


class WithdrawEvidence(
    Command,
    name="withdraw-evidence",
    button="Withdraw the finding",
    of=Evidence,
    records=EvidenceWithdrawn,
    needs="take-back",
):
    """Take a finding back; it stays in the history, struck through."""

    evidence: EvidenceId
    reason: Reason
