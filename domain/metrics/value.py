"""Metrics of value: what was expected and discovered, and what it took."""

from domain.facts.experiment import ExperimentEffortLogged
from domain.facts.lesson import LessonLearned
from domain.facts.value import ValueDiscovered, ValueExpected
from domain.kernel.messages import say
from domain.metrics.metric import Metric

EXPECTED = Metric(
    slug="values-expected",
    title=say("Expected values"),
    definition=say("Values somebody said, before, that a pilot would have."),
    unit="values",
    population="values",
    facts=(ValueExpected,),
)
DISCOVERED = Metric(
    slug="values-discovered",
    title=say("Discovered values"),
    definition=say("Values that were found, expected or not."),
    unit="values",
    population="values",
    facts=(ValueDiscovered,),
)
SURPRISES = Metric(
    slug="surprises",
    title=say("Surprises"),
    definition=say("Discovered values that nobody had expected."),
    unit="values",
    population="discovered values",
    facts=(ValueDiscovered,),
)
HOURS_A_LESSON = Metric(
    slug="hours-a-lesson",
    title=say("Hours for each lesson"),
    definition=say("Hours that were logged for experiments, for each lesson that stands."),
    unit="hours",
    population="lessons that stand",
    facts=(ExperimentEffortLogged, LessonLearned),
)
HOURS_A_VALUE = Metric(
    slug="hours-a-value",
    title=say("Hours for each value"),
    definition=say("Hours that were logged for experiments, for each value that was discovered."),
    unit="hours",
    population="discovered values",
    facts=(ExperimentEffortLogged, ValueDiscovered),
)

METRICS = (EXPECTED, DISCOVERED, SURPRISES, HOURS_A_LESSON, HOURS_A_VALUE)
