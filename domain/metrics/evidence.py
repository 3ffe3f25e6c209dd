"""Metrics of evidence: what was found, and what decisions rest on."""

from domain.facts.decision import DecisionRevisited, DecisionTaken
from domain.facts.evidence import EvidenceGathered
from domain.facts.readiness import ReadinessAssessed, ReadinessChangeMade, ReadinessWaived
from domain.kernel.messages import say
from domain.metrics.metric import Metric

FINDINGS_PLACED = Metric(
    slug="findings-placed",
    title=say("Findings with an area"),
    definition=say("Findings that stand and say which area of the work they are about."),
    unit="findings",
    population="findings that stand",
    facts=(EvidenceGathered,),
)
FINDINGS_UNPLACED = Metric(
    slug="findings-without-area",
    title=say("Findings without an area"),
    definition=say("Findings that stand and do not say which area of the work they are about."),
    unit="findings",
    population="findings that stand",
    facts=(EvidenceGathered,),
)
EVIDENCE_SHARE = Metric(
    slug="evidence-share",
    title=say("Rests on evidence"),
    definition=say(
        "The share of the lessons and findings a decision names that rest on something."
    ),
    unit="share",
    population="what the decision names",
    enough=1,
    facts=(DecisionTaken,),
)
DECISIONS_HELD = Metric(
    slug="decisions-held",
    title=say("Decisions that held"),
    definition=say("The share of decisions of one basis, looked at again, that held."),
    unit="share",
    population="decisions that were looked at again",
    enough=1,
    facts=(DecisionTaken, DecisionRevisited),
)
DECISIONS_REVISITED = Metric(
    slug="decisions-revisited",
    title=say("Decisions looked at again"),
    definition=say("Decisions of the programme of which somebody said later whether they held."),
    unit="decisions",
    population="decisions of the programme",
    facts=(DecisionRevisited,),
)
AREAS_ASSESSED = Metric(
    slug="areas-assessed",
    title=say("Areas that were assessed"),
    definition=say(
        "Areas of readiness of which somebody said whether they are prepared to change."
    ),
    unit="areas",
    population="areas of readiness",
    facts=(ReadinessAssessed,),
)
AREAS_PREPARED = Metric(
    slug="areas-prepared",
    title=say("Areas prepared to change"),
    definition=say("Assessed areas of which somebody said that they are prepared to change."),
    unit="areas",
    population="areas that were assessed",
    facts=(ReadinessAssessed,),
)
AREAS_SETTLED = Metric(
    slug="areas-settled",
    title=say("Areas that are settled"),
    definition=say("Areas whose change was made, or that were waived for a reason."),
    unit="areas",
    population="areas of readiness",
    facts=(ReadinessChangeMade, ReadinessWaived),
)
