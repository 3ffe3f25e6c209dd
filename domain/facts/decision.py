"""What happens to reviews and decisions: what managers looked at, and what they made of it."""

from datetime import date

from msgspec import field

from domain.kernel.aggregate import Fact
from domain.kernel.fields import (
    ConclusionId,
    EvidenceId,
    LessonId,
    Moment,
    PilotId,
    Seen,
    Text,
    Verdict,
)


class ReviewOpened(Fact, name="review.opened.v1"):
    """A manager began to look at a stretch of time."""

    from_: Moment = field(name="from")
    to: Moment
    seen: Seen


class ReviewClosed(Fact, name="review.closed.v1"):
    """A manager was done looking; the next review begins here."""

    seen: Seen


class DecisionVerdictsGiven(Fact, name="decision.verdicts-given.v1"):
    """Sponsor and team each gave a verdict before they saw the other's."""

    sponsor: Verdict
    team: Verdict


class DecisionTaken(Fact, name="decision.taken.v1"):
    """It was decided how a pilot goes on, on the basis of what was seen."""

    pilot: PilotId
    verdict: Verdict
    lessons: tuple[LessonId, ...] = ()
    evidence: tuple[EvidenceId, ...] = ()
    conclusion: ConclusionId | None = None
    seen: Seen
    expected_effect: Text
    revisit_on: date | None = None


class DecisionRevisited(Fact, name="decision.revisited.v1"):
    """A decision was looked at again, to see whether it held."""

    held: bool
    note: Text = ""
