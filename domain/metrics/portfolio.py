"""Metrics of the portfolio: how much there is in all pilots."""

from domain.facts.pilot import PilotProposed
from domain.kernel.messages import say
from domain.metrics.metric import Metric

PILOTS = Metric(
    slug="pilots",
    title=say("Pilots"),
    definition=say("Pilots that were proposed, whatever became of them."),
    unit="pilots",
    population="pilots",
    facts=(PilotProposed,),
)
