"""Metrics of value: what was expected and discovered, and what it took."""

from domain.facts.experiment import ExperimentEffortLogged
from domain.facts.lesson import LessonLearned
from domain.facts.pilot_measures import PilotMeasureDefined, PilotMeasurementTaken
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

MEASURES = Metric(
    slug="measures",
    title=say("Measures"),
    definition=say("Measures that were defined."),
    unit="measures",
    population="measures",
    facts=(PilotMeasureDefined,),
)
MEASURES_WITHOUT_AIM = Metric(
    slug="measures-without-aim",
    title=say("Orphans"),
    definition=say("Measures neither placed in the outcome grid nor about a listed audience."),
    unit="measures",
    population="measures",
    facts=(PilotMeasureDefined,),
)
MEASURES_OF_VANITY = Metric(
    slug="measures-of-vanity",
    title=say("Vanity"),
    definition=say("Measures of reach that are about no listed audience."),
    unit="measures",
    population="measures",
    facts=(PilotMeasureDefined,),
)
EMPTY_SQUARES = Metric(
    slug="empty-squares",
    title=say("Empty squares"),
    definition=say("Squares of the outcome grid with neither a measure nor a value in them."),
    unit="squares",
    population="squares of the grid",
    facts=(PilotMeasureDefined, ValueExpected, ValueDiscovered),
)
VALUES_UNSIZED = Metric(
    slug="values-unsized",
    title=say("Values without an amount"),
    definition=say("Values without an amount and a unit to add up."),
    unit="values",
    population="the newest 2,000 values",
    facts=(ValueExpected, ValueDiscovered),
)
HOURS_SPENT = Metric(
    slug="hours-spent",
    title=say("Hours spent"),
    definition=say("Hours that were logged for the experiments of a pilot."),
    unit="hours",
    population="logged efforts",
    facts=(ExperimentEffortLogged,),
    events=f"name={ExperimentEffortLogged.stored_as}",
)
TARGETS_REACHED = Metric(
    slug="targets-reached",
    title=say("Targets reached"),
    definition=say(
        "Measures whose last measurement is at or beyond the target, of those with a start value "
        "and a target."
    ),
    unit="measures",
    population="measures with a start value and a target",
    facts=(PilotMeasureDefined, PilotMeasurementTaken),
)
