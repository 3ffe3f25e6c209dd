"""What happens to evidence: what was seen, said or measured; pages call it a finding."""

from domain.kernel.aggregate import Fact
from domain.kernel.fields import (
    Area,
    Bearing,
    EntryId,
    EvidenceKind,
    ExperimentId,
    PilotId,
    Sha256,
    Stakeholder,
    StreamId,
    Strength,
    Text,
    Uri,
    Whose,
)


class EvidenceGathered(Fact, name="evidence.gathered.v1"):
    """Something was found that can speak for or against what people think."""

    pilot: PilotId
    experiment: ExperimentId | None = None
    kind: EvidenceKind
    strength: Strength
    whose: Whose
    stakeholder: Stakeholder = "other"
    area: Area | None = None
    text: Text
    uri: Uri | None = None
    sha256: Sha256 | None = None
    entries: tuple[EntryId, ...] = ()


class EvidenceLinked(Fact, name="evidence.linked.v1"):
    """Evidence was held against something: it supports it, opposes it, or gives it context."""

    target: StreamId
    stance: Bearing


class EvidenceChallenged(Fact, name="evidence.challenged.v1"):
    """Somebody doubts the evidence, for a reason."""

    reason: Text


class EvidenceWithdrawn(Fact, name="evidence.withdrawn.v1"):
    """Evidence was taken back, for a reason."""

    reason: Text
