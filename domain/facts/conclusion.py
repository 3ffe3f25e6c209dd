"""What happens to a conclusion: thoughts pooled, reactions shared, agreement reached."""

from domain.kernel.aggregate import Fact
from domain.kernel.fields import EventId, PersonId, PilotId, Stance, Text


class ConclusionThoughtPooled(Fact, name="conclusion.thought-pooled.v1"):
    """Somebody put a thought into the pool."""

    pilot: PilotId
    text: Text


class ConclusionReactionShared(Fact, name="conclusion.reaction-shared.v1"):
    """Somebody answered a thought."""

    to: EventId
    stance: Stance
    text: Text


class ConclusionProposed(Fact, name="conclusion.proposed.v1"):
    """A conclusion was proposed."""

    text: Text


class ConclusionSupported(Fact, name="conclusion.supported.v1"):
    """Somebody supports the proposed conclusion."""


class ConclusionObjectedTo(Fact, name="conclusion.objected-to.v1"):
    """Somebody objects to the proposed conclusion, for a reason."""

    reason: Text


class ConclusionReached(Fact, name="conclusion.reached.v1"):
    """A conclusion was reached; the objections stay listed."""

    supporters: tuple[PersonId, ...]
    objections: tuple[EventId, ...] = ()
