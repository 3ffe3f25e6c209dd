"""Metrics of evidence: what was found, and what decisions rest on."""

from domain.facts.decision import DecisionRevisited, DecisionTaken
from domain.facts.evidence import EvidenceGathered
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
METRICS = (FINDINGS_PLACED, FINDINGS_UNPLACED, EVIDENCE_SHARE, DECISIONS_HELD)
