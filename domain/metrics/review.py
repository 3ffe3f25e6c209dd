"""Metrics of a review: what moved in a period, and what waits for somebody."""

from domain.facts.decision import DecisionTaken, DecisionVerdictsGiven
from domain.facts.lesson import LessonLearned
from domain.facts.participation import ParticipationLogged
from domain.kernel.messages import say
from domain.metrics.metric import Metric

PILOTS_MOVED = Metric(
    slug="pilots-moved",
    title=say("Pilots that moved"),
    definition=say("Pilots with a fact that became known in the period."),
    unit="pilots",
    population="pilots",
    facts=(),  # whatever becomes known
)
FACTS_KNOWN = Metric(
    slug="facts-known",
    title=say("Facts"),
    definition=say("Facts about the pilots that became known in the period."),
    unit="facts",
    population="facts",
    facts=(),  # whatever becomes known
)
HAMSTER_WHEELS = Metric(
    slug="hamster-wheels",
    title=say("Hamster wheels"),
    definition=say(
        "Pilots on the page in which busy weeks in a row bring no lesson, insight or decision."
    ),
    unit="pilots",
    population="pilots on the page",
    facts=(ParticipationLogged, LessonLearned),
)
DECISIONS_DUE = Metric(
    slug="decisions-due",
    title=say("Decisions due"),
    definition=say(
        "Decisions whose day to be looked at again has come, and verdicts of both sides that "
        "nobody followed."
    ),
    unit="decisions",
    population="decisions",
    facts=(DecisionTaken, DecisionVerdictsGiven),
)
HINTS = Metric(
    slug="hints",
    title=say("Open warnings"),
    definition=say("What the rules of the method say of the pilot at the end of the period."),
    unit="hints",
    population="rules of the method",
    facts=(),  # whatever becomes known
)
