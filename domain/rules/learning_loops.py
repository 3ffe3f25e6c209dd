"""The two loops of the Confluence Process: what makes a turn of both, and what is missing."""

from datetime import datetime

from msgspec import Struct

from domain.kernel.messages import Message, say
from domain.rules.known import Known, KnownExperiment, KnownLesson
from domain.rules.rule import Next, Sentences, Warn

OTHER = {"collaboration": "tool", "tool": "collaboration"}
ABOUT = {"collaboration": say("about collaborating"), "tool": say("about the tool")}

RESULT = say("an end with a result")
EXCHANGE = say("two people who reach each other")
LESSON_COLLABORATING = say("a lesson about collaborating")
LESSON_TOOL = say("a lesson about the tool")
NEXT_EXPERIMENT = say("a next experiment that builds on one of them")

HALF = {  # what is said of an experiment by what it does not name
    ("capability",): say("“{title}” is half a loop: it names no capability."),
    ("medium",): say("“{title}” is half a loop: it names no medium."),
    ("capability", "medium"): say(
        "“{title}” is half a loop: it names no capability and no medium."
    ),
}


class LearningLoop(Struct, frozen=True):
    """One experiment on its way round both loops; it is a turn once nothing is missing."""

    experiment: str
    title: str
    missing: tuple[Message, ...]
    closed_at: datetime | None = None
    """When its last ingredient came; None while one is missing."""


def learning_loops(known: Known) -> list[LearningLoop]:
    """Return each experiment that was started, with what it lacks to be a turn, oldest first.

    A turn (S003) is an experiment that ended; under it two people who reached each other; a lesson
    of each loop from it; and another experiment that builds on one of those lessons.
    """
    came = progress_of(known)
    begun = [each for each in known.experiments if each.started_at and each.trial != "abandoned"]
    return [_turn(known, each, came[each.experiment]) for each in begun]


class LoopProgress(Struct):
    """What came of an experiment: its lessons, and when another was said to build on one."""

    lessons: list[KnownLesson] = []
    built_on: list[datetime] = []


def progress_of(known: Known) -> dict[str, LoopProgress]:
    """Return what came of each experiment, by its id, in one walk over the lessons and the ties."""
    came = {each.experiment: LoopProgress() for each in known.experiments}
    origins: dict[str, KnownLesson] = {}
    for lesson in known.lessons:
        if lesson.experiment in came:
            came[lesson.experiment].lessons.append(lesson)
            origins[lesson.lesson] = lesson
    for later in known.experiments:
        for lesson_id, at in later.informed_by.items():
            origin = origins.get(lesson_id)
            if origin and origin.experiment and origin.experiment != later.experiment:
                came[origin.experiment].built_on.append(max(at, origin.learned_at))
    return came


def _turn(known: Known, experiment: KnownExperiment, came: LoopProgress) -> LearningLoop:
    ended = experiment.ended_at if experiment.trial == "ended" else None
    found: dict[Message, datetime | None] = {
        RESULT: ended,
        EXCHANGE: known.exchanged(experiment.experiment),
        LESSON_COLLABORATING: _first(came.lessons, "collaboration"),
        LESSON_TOOL: _first(came.lessons, "tool"),
        NEXT_EXPERIMENT: min(came.built_on, default=None),
    }
    missing = tuple(name for name, at in found.items() if at is None)
    closed = None if missing else max(at for at in found.values() if at is not None)
    return LearningLoop(experiment.experiment, experiment.title, missing, closed)


def _first(lessons: list[KnownLesson], loop: str) -> datetime | None:
    return min((each.learned_at for each in lessons if each.loop == loop), default=None)


def _half_loop(known: Known, _: datetime, __: int) -> Sentences:
    for each in known.experiments:
        if each.trial not in ("planned", "running"):
            continue
        lacks = [name for name in ("capability", "medium") if not getattr(each, name)]
        if lacks:
            fields = {"experiment": each.experiment, "field": lacks[0]}
            yield (
                HALF[tuple(lacks)].of(title=each.title),
                Next("amend-hypothesis", say("Name its {lacks}", lacks=say(lacks[0])), fields),
            )


def _one_sided(known: Known, _: datetime, threshold: int) -> Sentences:
    counts = {loop: sum(each.loop == loop for each in known.lessons) for loop in OTHER}
    for loop, other in OTHER.items():
        if counts[loop] >= max(threshold, 1) and not counts[other]:
            yield (
                say(
                    "{counts} lessons {about} and none {about2}: one loop stands.",
                    counts=counts[loop],
                    about=ABOUT[loop],
                    about2=ABOUT[other],
                ),
                Next("learn-lesson", say("Keep one {about}", about=ABOUT[other]), {"loop": other}),
            )


def _uninformed(known: Known, _: datetime, __: int) -> Sentences:
    for each in known.experiments[1:]:
        if each.informed_by or each.trial not in ("planned", "running"):
            continue
        latest = known.lessons[-1] if known.lessons else None
        to_do = Next("learn-lesson", say("Keep what the last one taught"))
        if latest:
            fields = {"lesson": latest.lesson, "experiment": each.experiment}
            to_do = Next("reuse-lesson", say("Build it on a lesson"), fields)
        yield (
            say("“{title}” builds on no lesson of what was tried before.", title=each.title),
            to_do,
        )


RULES = (
    Warn(
        id="S003-catch22-of-catch22s",
        claim=say(
            "An experiment practises one capability and uses one medium, or it is half a loop."
        ),
        check=_half_loop,
    ),
    Warn(
        id="S003-simultaneous",
        claim=say("Both loops turn together: learning to collaborate, and learning the tool."),
        check=_one_sided,
    ),
    Warn(
        id="S003-iterative",
        claim=say("Each experiment after the first builds on a lesson."),
        check=_uninformed,
    ),
)
