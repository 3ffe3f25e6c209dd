"""Metrics of learning: lessons that stand, and how often the two loops close."""

from domain.facts.experiment import ExperimentEnded, ExperimentPlanned
from domain.facts.lesson import LessonLearned
from domain.facts.participation import ParticipationLogged
from domain.kernel.messages import say
from domain.metrics.metric import Metric

LESSONS = Metric(
    slug="lessons",
    title=say("Lessons"),
    definition=say("Lessons that stand: neither taken back nor replaced by a later one."),
    unit="lessons",
    population="lessons that were learned in the pilot",
    facts=(LessonLearned,),
    events="lessons=stand",
)
LEARNING_LOOPS = Metric(
    slug="learning-loops",
    title=say("Turns of both loops"),
    definition=say(
        "A turn is an experiment that ended, two people who reached each other under it, a lesson "
        "of each loop from it, and a next experiment that builds on one."
    ),
    unit="loops",
    population="experiments that were started and not given up",
    facts=(ExperimentPlanned, ExperimentEnded, ParticipationLogged, LessonLearned),
)

METRICS = (LESSONS, LEARNING_LOOPS)
