"""Facts about what was found, understood, and worth something, for tests of the garden project."""

from domain.facts.evidence import (
    EvidenceChallenged,
    EvidenceGathered,
    EvidenceLinked,
    EvidenceWithdrawn,
)
from domain.facts.insight import (
    AssumptionRaised,
    AssumptionTested,
    InsightDerived,
    InsightRetired,
    InsightRevised,
)
from domain.facts.lesson import PracticeAdopted
from domain.facts.value import ValueContested, ValueDiscovered, ValueExpected, ValueRevised
from domain.kernel.fields import Size
from tests.support.examples import ANA, PILOT

GATHERED = EvidenceGathered(
    pilot=PILOT,
    kind="observation",
    strength=4,
    whose="own",
    stakeholder="partners",
    area="delivery",
    text="Two ladders stood at the gate all week.",
)
LINKED = EvidenceLinked(target="lesson-lists", stance="supports")
CHALLENGED = EvidenceChallenged(reason="It was a holiday week.")
WITHDRAWN = EvidenceWithdrawn(reason="They were for sale.")

DERIVED = InsightDerived(
    pilot=PILOT, text="What stands in sight is lent.", evidence=("evidence-ladders",)
)
REVISED = InsightRevised(
    text="What stands dry and in sight is lent.", evidence=("evidence-ladders", "evidence-rain")
)
RETIRED = InsightRetired(reason="Nobody lends in winter.")

RAISED = AssumptionRaised(pilot=PILOT, text="Everybody passes the gate.", risk="high")
TESTED = AssumptionTested(result="failed", evidence=("evidence-ladders",))

ADOPTED_PRACTICE = PracticeAdopted(
    lessons=("lesson-lists",), text="Hang a list where people pass.", owner=ANA
)

EXPECTED = ValueExpected(
    pilot=PILOT,
    cell="partners/cost",
    statement="Nobody buys a second ladder.",
    measure="tools-lent",
    size=Size(amount="300", unit="NZD a year"),
    confidence=70,
)
DISCOVERED = ValueDiscovered(
    pilot=PILOT,
    cell="other/satisfaction",
    statement="People know each other’s names.",
    evidence=("evidence-ladders",),
)
CONTESTED = ValueContested(reason="They knew them before.")
REVALUED = ValueRevised(
    old="Nobody buys a second ladder.", new="Few buy a second ladder.", reason="One did."
)
