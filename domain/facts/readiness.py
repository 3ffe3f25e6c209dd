"""What happens to readiness: what the organisation has to change before a pilot can grow."""

from datetime import date

from domain.kernel.aggregate import Fact
from domain.kernel.fields import Level, PersonId, ReadinessArea, Text


class ReadinessAssessed(Fact, name="readiness.assessed.v1"):
    """It was said how ready one area is, and what is missing."""

    area: ReadinessArea
    level: Level
    gap: Text
    prepared_to_change: bool


class ReadinessChangeAgreed(Fact, name="readiness.change-agreed.v1"):
    """A change in one area was agreed, with an owner and a day."""

    area: ReadinessArea
    change: Text
    owner: PersonId
    due: date | None = None


class ReadinessChangeMade(Fact, name="readiness.change-made.v1"):
    """An agreed change was made, with something to show for it."""

    area: ReadinessArea
    proof: Text


class ReadinessWaived(Fact, name="readiness.waived.v1"):
    """One area need not change, for a reason."""

    area: ReadinessArea
    reason: Text
