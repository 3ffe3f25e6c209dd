"""Metrics of learning: lessons that stand, and how often the two loops close."""

from domain.facts.experiment import ExperimentEnded, ExperimentHypothesisAmended, ExperimentPlanned
from domain.facts.lesson import (
    LessonConfirmed,
    LessonContradicted,
    LessonLearned,
    LessonReused,
    LessonRevalidated,
)
from domain.facts.participation import ParticipationLogged
from domain.facts.pilot import PilotExtended
from domain.facts.pilot_measures import PilotMeasureRetargeted
from domain.facts.value import ValueRevised
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

WHEEL_WEEKS = Metric(
    slug="wheel-weeks",
    title=say("Weeks of a turning wheel"),
    definition=say(
        "Weeks that are over and busy, in a row as long as the rule says, without a lesson, "
        "an insight or a decision."
    ),
    unit="weeks",
    population="the latest 53 weeks of the pilot",
    facts=(ParticipationLogged, LessonLearned),
)
ATTEMPTS = Metric(
    slug="attempts",
    title=say("Attempts"),
    definition=say(
        "Entries that practise a capability, by their own word or that of their experiment."
    ),
    unit="entries",
    population="the newest 1,000 attempts of the pilot",
    facts=(ParticipationLogged,),
)
EXPERIMENTS_SUPPORTED = Metric(
    slug="experiments-supported",
    title=say("Experiments that were supported"),
    definition=say("Experiments that ended as expected, in pilots that are no explorations."),
    unit="experiments",
    population="experiments that ended",
    facts=(ExperimentEnded,),
)
EXPERIMENTS_REFUTED = Metric(
    slug="experiments-refuted",
    title=say("Experiments that were refuted"),
    definition=say(
        "Experiments that ended otherwise than expected, in pilots that are no explorations."
    ),
    unit="experiments",
    population="experiments that ended",
    facts=(ExperimentEnded,),
)
EXPERIMENTS_INCONCLUSIVE = Metric(
    slug="experiments-inconclusive",
    title=say("Experiments without an answer"),
    definition=say("Experiments that ended without an answer, in pilots that are no explorations."),
    unit="experiments",
    population="experiments that ended",
    facts=(ExperimentEnded,),
)
EXPERIMENTS_EXPLORING = Metric(
    slug="experiments-exploring",
    title=say("Experiments of explorations"),
    definition=say("Experiments that ended in an exploration, whatever their result."),
    unit="experiments",
    population="experiments that ended",
    facts=(ExperimentEnded,),
)
FIRST_LESSONS = Metric(
    slug="first-lessons",
    title=say("Experiments with a first lesson"),
    definition=say(
        "Experiments that were not given up and had their first lesson in the last 16 quarters."
    ),
    unit="experiments",
    population="experiments of all pilots",
    facts=(ExperimentPlanned, LessonLearned),
)
MOVES = Metric(
    slug="moves",
    title=say("Moves"),
    definition=say(
        "Times an end, a target, a hypothesis or a value was said anew after it had been said."
    ),
    unit="moves",
    population="what was said anew",
    facts=(PilotExtended, PilotMeasureRetargeted, ExperimentHypothesisAmended, ValueRevised),
)
LATE_MOVES = Metric(
    slug="late-moves",
    title=say("Late moves"),
    definition=say(
        "Moves, of the latest 100, that came once the pilot or the experiment had begun."
    ),
    unit="moves",
    population="the latest 100 moves",
    facts=(PilotExtended, PilotMeasureRetargeted, ExperimentHypothesisAmended, ValueRevised),
)
LESSONS_NOT_TAPPED = Metric(
    slug="lessons-not-tapped",
    title=say("Lessons nobody judged"),
    definition=say(
        "Lessons that stand and of which nobody said how much they instruct or delight."
    ),
    unit="lessons",
    population="lessons that stand",
    facts=(LessonLearned,),
)
