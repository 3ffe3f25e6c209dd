"""The two loops of the Confluence Process: what makes a turn of both, and what is missing."""

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from domain.rules.course import Experiment, Lesson
from domain.rules.known import Known
from domain.rules.rule import Next, Warn

Said = Iterator[tuple[str, Next]]
OTHER = {"collaboration": "tool", "tool": "collaboration"}
ABOUT = {"collaboration": "about collaborating", "tool": "about the tool"}


class Turn(Struct, frozen=True):
    """One experiment on its way round both loops; it is a turn once nothing is missing."""

    experiment: str
    title: str
    missing: tuple[str, ...]
    closed_at: datetime | None = None
    """When its last ingredient came; None while one is missing."""


def turns(known: Known) -> list[Turn]:
    """Return each experiment that was started, with what it lacks to be a turn, oldest first.

    A turn (S003) is an experiment that ended; under it two people who reached each other; a lesson
    of each loop from it; and another experiment that builds on one of those lessons.
    """
    begun = [each for each in known.experiments if each.started_at and each.trial != "abandoned"]
    return [_turn(known, each) for each in begun]


def _turn(known: Known, experiment: Experiment) -> Turn:
    learned = [each for each in known.lessons if each.experiment == experiment.experiment]
    found: dict[str, datetime | None] = {
        "an end with a result": experiment.ended_at if experiment.trial == "ended" else None,
        "two people who reach each other": known.exchanged(experiment.experiment),
        "a lesson about collaborating": _first(learned, "collaboration"),
        "a lesson about the tool": _first(learned, "tool"),
        "a next experiment that builds on one of them": built_on(known, experiment, learned),
    }
    missing = tuple(name for name, at in found.items() if at is None)
    closed = None if missing else max(at for at in found.values() if at is not None)
    return Turn(experiment.experiment, experiment.title, missing, closed)


def _first(lessons: list[Lesson], loop: str) -> datetime | None:
    return min((each.learned_at for each in lessons if each.loop == loop), default=None)


def built_on(known: Known, experiment: Experiment, learned: list[Lesson]) -> datetime | None:
    """Return when another experiment was first said to build on a lesson from this one."""
    ours = {each.lesson: each.learned_at for each in learned}
    built = [
        max(at, ours[lesson])
        for each in known.experiments
        for lesson, at in each.informed_by.items()
        if lesson in ours and each.experiment != experiment.experiment
    ]
    return min(built, default=None)


def _half_loop(known: Known, _: datetime, __: int) -> Said:
    for each in known.experiments:
        if each.trial not in ("planned", "running"):
            continue
        lacks = [name for name in ("capability", "medium") if not getattr(each, name)]
        if lacks:
            yield (
                f"“{each.title}” is half a loop: it names no {' and no '.join(lacks)}.",
                Next(
                    "amend-hypothesis",
                    f"Name its {lacks[0]}",
                    {"experiment": each.experiment, "field": lacks[0]},
                ),
            )


def _one_sided(known: Known, _: datetime, threshold: int) -> Said:
    counts = {loop: sum(each.loop == loop for each in known.lessons) for loop in OTHER}
    for loop, other in OTHER.items():
        if counts[loop] >= max(threshold, 1) and not counts[other]:
            yield (
                f"{counts[loop]} lessons {ABOUT[loop]} and none {ABOUT[other]}: one loop stands.",
                Next("learn-lesson", f"Keep one {ABOUT[other]}", {"loop": other}),
            )


def _uninformed(known: Known, _: datetime, __: int) -> Said:
    for each in known.experiments[1:]:
        if each.informed_by or each.trial not in ("planned", "running"):
            continue
        latest = known.lessons[-1] if known.lessons else None
        to_do = Next("learn-lesson", "Keep what the last one taught")
        if latest:
            fields = {"lesson": latest.lesson, "experiment": each.experiment}
            to_do = Next("reuse-lesson", "Build it on a lesson", fields)
        yield f"“{each.title}” builds on no lesson of what was tried before.", to_do


RULES = (
    Warn(
        id="S003-catch22-of-catch22s",
        claim="An experiment practises one capability and uses one medium, or it is half a loop.",
        check=_half_loop,
    ),
    Warn(
        id="S003-simultaneous",
        claim="Both loops turn together: learning to collaborate, and learning the tool.",
        check=_one_sided,
    ),
    Warn(
        id="S003-iterative",
        claim="Each experiment after the first builds on a lesson.",
        check=_uninformed,
    ),
)
