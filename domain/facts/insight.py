"""What happens to insights, which follow from evidence, and to assumptions, which wait for it."""

from domain.kernel.aggregate import Fact
from domain.kernel.fields import EvidenceId, PilotId, Risk, Tested, Text


class InsightDerived(Fact, name="insight.derived.v1"):
    """Something was understood from evidence."""

    pilot: PilotId
    text: Text
    evidence: tuple[EvidenceId, ...]


class InsightRevised(Fact, name="insight.revised.v1"):
    """An insight was said anew, from the evidence there is now."""

    text: Text
    evidence: tuple[EvidenceId, ...]


class InsightRetired(Fact, name="insight.retired.v1"):
    """An insight no longer holds, for a reason."""

    reason: Text


class AssumptionRaised(Fact, name="assumption.raised.v1"):
    """Something was taken for true that nobody has tested."""

    pilot: PilotId
    text: Text
    risk: Risk


class AssumptionTested(Fact, name="assumption.tested.v1"):
    """An assumption was held against evidence."""

    result: Tested
    evidence: tuple[EvidenceId, ...] = ()
