"""Metrics of learning: lessons that stand, and how often the two loops close."""

from domain.facts.experiment import ExperimentEnded, ExperimentPlanned
from domain.facts.lesson import (
    LessonConfirmed,
    LessonContradicted,
    LessonLearned,
    LessonReused,
    LessonRevalidated,
)
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

AUTHORS = Metric(
    slug="authors",
    title=say("People who wrote lessons"),
    definition=say("Different people who wrote the lessons that stand."),
    unit="people",
    population="lessons that stand",
    facts=(LessonLearned,),
)
LARGEST_AUTHOR_SHARE = Metric(
    slug="largest-author-share",
    title=say("The largest share of one person"),
    definition=say("The share of lessons that one person wrote who wrote the most."),
    unit="share",
    population="lessons that stand",
    enough=1,
    facts=(LessonLearned,),
)
CONFIDENCE = Metric(
    slug="mean-confidence",
    title=say("Confidence"),
    definition=say("Mean of how sure the lessons that stand say they are, from 0 to 100."),
    unit="percent",
    population="lessons that stand",
    facts=(LessonLearned, LessonRevalidated),
)
HELD_ELSEWHERE = Metric(
    slug="lessons-held-elsewhere",
    title=say("Lessons that held elsewhere"),
    definition=say("Lessons that stand and were said to hold in another pilot."),
    unit="lessons",
    population="lessons that stand",
    facts=(LessonConfirmed,),
)
PILOTS_REACHED = Metric(
    slug="pilots-reached",
    title=say("Other pilots they held in"),
    definition=say("Other pilots in which a lesson of this one was said to hold."),
    unit="pilots",
    population="other pilots",
    facts=(LessonConfirmed,),
)
LESSONS_TAPPED = Metric(
    slug="lessons-tapped",
    title=say("Lessons that were judged"),
    definition=say("Lessons that stand for which somebody said how much they instruct or delight."),
    unit="lessons",
    population="lessons that stand",
    facts=(LessonLearned,),
)
BOTH_TAPPED = Metric(
    slug="lessons-of-both",
    title=say("Instructive and a delight"),
    definition=say("Lessons with two taps or more of each."),
    unit="lessons",
    population="lessons that were judged",
    facts=(LessonLearned,),
)
INSTRUCTS = Metric(
    slug="median-instructs",
    title=say("Instructs"),
    definition=say("Median of how much lessons instruct, from 0 to 3."),
    unit="taps",
    population="lessons that were judged",
    facts=(LessonLearned,),
)
DELIGHTS = Metric(
    slug="median-delights",
    title=say("Delights"),
    definition=say("Median of how glad people were of lessons, from 0 to 3."),
    unit="taps",
    population="lessons that were judged",
    facts=(LessonLearned,),
)
EXPERIMENTS_ANSWERED = Metric(
    slug="experiments-answered",
    title=say("Experiments with an answer"),
    definition=say(
        "Experiments that ended supported or refuted, in pilots that are no explorations."
    ),
    unit="experiments",
    population="experiments that ended",
    facts=(ExperimentEnded,),
)
SUCCESS_RATE = Metric(
    slug="success-rate",
    title=say("Success rate"),
    definition=say("The share of experiments with an answer that were supported."),
    unit="share",
    population="experiments with an answer",
    enough=1,
    facts=(ExperimentEnded,),
)
LEG_DAYS = Metric(
    slug="leg-days",
    title=say("Days a leg takes"),
    definition=say("Median of the days experiments took for one leg of the loop."),
    unit="days",
    population="experiments with that leg behind them",
    facts=LEARNING_LOOPS.facts,
)
LOOP_DAYS = Metric(
    slug="loop-days",
    title=say("Days to close a loop"),
    definition=say(
        "Median of the days from the plan of an experiment to the close of its turn, by the "
        "quarter in which it closed."
    ),
    unit="days",
    population="turns that closed in the quarter",
    period="a quarter",
    facts=LEARNING_LOOPS.facts,
)
FIRST_LESSON_DAYS = Metric(
    slug="days-to-first-lesson",
    title=say("Days to a first lesson"),
    definition=say(
        "Median of the days from the plan of an experiment to its first lesson, by the quarter of "
        "that lesson."
    ),
    unit="days",
    population="experiments with a first lesson in the quarter",
    period="a quarter",
    facts=(ExperimentPlanned, LessonLearned),
)
TRANSFERS_HELD = Metric(
    slug="transfers-held",
    title=say("Held there"),
    definition=say(
        "Lessons carried to another pilot, or built on, of which somebody said they held."
    ),
    unit="lessons",
    population="lessons carried elsewhere, the newest 200 of each kind",
    facts=(LessonConfirmed, LessonReused, ExperimentPlanned),
)
TRANSFERS_FAILED = Metric(
    slug="transfers-failed",
    title=say("Did not hold there"),
    definition=say("Lessons carried to another pilot of which somebody said they did not hold."),
    unit="lessons",
    population=TRANSFERS_HELD.population,
    facts=(LessonContradicted, LessonReused, ExperimentPlanned),
)
TRANSFERS_UNKNOWN = Metric(
    slug="transfers-unknown",
    title=say("Nobody has said"),
    definition=say("Lessons built on elsewhere of which nobody has said whether they held."),
    unit="lessons",
    population=TRANSFERS_HELD.population,
    facts=(LessonReused, ExperimentPlanned),
)
LESSONS_TRAVELLED = Metric(
    slug="lessons-travelled",
    title=say("Lessons that travelled"),
    definition=say("Lessons that stand and were tried, or built on, in another pilot."),
    unit="lessons",
    population="lessons that stand, in all pilots",
    facts=(LessonConfirmed, LessonContradicted, LessonReused, ExperimentPlanned),
)
LESSONS_STAYED = Metric(
    slug="lessons-stayed",
    title=say("Lessons that stayed"),
    definition=say("Lessons that stand and that no other pilot has looked at."),
    unit="lessons",
    population="lessons that stand, in all pilots",
    facts=(LessonLearned,),
)

METRICS = (
    LESSONS, LEARNING_LOOPS, AUTHORS, LARGEST_AUTHOR_SHARE, CONFIDENCE, HELD_ELSEWHERE,
    PILOTS_REACHED, LESSONS_TAPPED, BOTH_TAPPED, INSTRUCTS, DELIGHTS, EXPERIMENTS_ANSWERED,
    SUCCESS_RATE, LEG_DAYS, LOOP_DAYS, FIRST_LESSON_DAYS, TRANSFERS_HELD, TRANSFERS_FAILED,
    TRANSFERS_UNKNOWN, LESSONS_TRAVELLED, LESSONS_STAYED,
)  # fmt: skip  # in the order of the page
