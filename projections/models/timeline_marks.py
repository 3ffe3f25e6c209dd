"""What is drawn on the timeline of a pilot: a mark for each turn, experiment, finding, lesson."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from msgspec import UNSET
from sqlalchemy import Column, Index, String

from domain.facts.conclusion import ConclusionReached
from domain.facts.decision import DecisionTaken
from domain.facts.evidence import EvidenceGathered, EvidenceWithdrawn
from domain.facts.experiment import (
    ExperimentAbandoned,
    ExperimentEnded,
    ExperimentPlanned,
    ExperimentStarted,
)
from domain.facts.insight import InsightDerived
from domain.facts.lesson import LessonCorrected, LessonLearned, LessonVoided, PracticeAdopted
from domain.facts.pilot import (
    PilotClosed,
    PilotExtended,
    PilotPaused,
    PilotProposed,
    PilotResumed,
    PilotStarted,
)
from domain.facts.pilot_media import PilotMediumSwapped
from domain.facts.value import ValueDiscovered
from domain.kernel.aggregate import Event
from domain.kernel.moments import stamp
from projections.engine.changes import Begin, ChangeAll, Day, TableChange
from projections.engine.schema import Rollup, day, states
from projections.models.local_days import local_day

AXES = ("occurred", "recorded")
OPEN = "9999-12-31"  # the last day of what still goes on

MARKS = states(
    "marks",
    Column("mark", String, primary_key=True),
    Column("pilot", String, primary_key=True),
    *(Column(name, String) for name in ("lane", "tone", "by", "experiment", "status")),
    *(Column(f"{axis}_at", String) for axis in AXES),
    *(day(f"{axis}_{end}") for axis in AXES for end in ("first", "last")),
)
Index("marks_of_experiment", MARKS.c.experiment)
for _axis in AXES:
    for _place in ("first", "last"):
        _columns = ("pilot", "lane", f"{_axis}_{_place}")
        Index(f"marks_{_axis}_{_place}", *(MARKS.c[column] for column in _columns))

BY_DAY = {
    axis: Rollup(
        f"marks_{axis}", MARKS, by=("pilot", "lane", "status", f"{axis}_first", f"{axis}_last")
    )
    for axis in AXES
}

HEARS = (
    "pilot",
    "decision",
    "conclusion",
    "experiment",
    "evidence",
    "insight",
    "lesson",
    "practice",
    "value",
)


def project(event: Event) -> Iterator[TableChange]:
    """Draw a mark, move it, or take it away; leave every other fact alone."""
    match event.fact:
        case (
            PilotProposed()
            | PilotStarted()
            | PilotPaused()
            | PilotResumed()
            | PilotExtended()
            | PilotMediumSwapped()
            | PilotClosed()
        ):
            yield from _mark(event, "decision", named=f"fact-{event.position}")
        case DecisionTaken() | ConclusionReached():
            yield from _mark(event, "decision")
        case EvidenceGathered(experiment=experiment):
            yield from _mark(event, "finding", experiment=experiment)
        case InsightDerived():
            yield from _mark(event, "finding")
        case LessonLearned(experiment=experiment):
            yield from _mark(event, "lesson", experiment=experiment)
        case PracticeAdopted():
            yield from _mark(event, "lesson")
        case ValueDiscovered():
            yield from _mark(event, "value")
        case ExperimentPlanned():
            yield from _mark(event, "experiment", tone="planned", ends=False)
        case _:
            yield from _moved(event)


def _moved(event: Event) -> Iterator[TableChange]:
    streams, home = (event.originator_id,), event.pilots[0] if event.pilots else None
    match event.fact:
        case ExperimentStarted():
            values = {"tone": "running", **_begins(event, home)}
            yield ChangeAll(MARKS, streams, values)
        case ExperimentEnded(result=result):
            yield ChangeAll(MARKS, streams, {"tone": result, **_ends(event, home)})
        case ExperimentAbandoned():
            yield ChangeAll(MARKS, streams, {"tone": "abandoned", **_ends(event, home)})
        case LessonCorrected(changes=changes) if changes.experiment is not UNSET:
            yield ChangeAll(MARKS, streams, {"experiment": changes.experiment})
        case LessonVoided() | EvidenceWithdrawn():
            yield ChangeAll(MARKS, streams, {"status": "gone"})
        case _:
            pass


def _mark(
    event: Event, lane: str, *, named: str = "", ends: bool = True, **more: Any
) -> Iterator[TableChange]:
    values = {"lane": lane, "by": event.by, "status": "stands", **more}
    for pilot in event.pilots:
        last = _ends(event, pilot) if ends else {f"{axis}_last": OPEN for axis in AXES}
        places = _begins(event, pilot) | last
        yield Begin(MARKS, (named or event.originator_id, pilot), values | places)


def _begins(event: Event, pilot: str | None) -> dict[str, str | Day]:
    moments = _moments(event)
    days = {f"{axis}_first": local_day(at, pilot) for axis, at in moments.items()}
    return {f"{axis}_at": stamp(at) for axis, at in moments.items()} | days


def _ends(event: Event, pilot: str | None) -> dict[str, str | Day]:
    return {f"{axis}_last": local_day(at, pilot) for axis, at in _moments(event).items()}


def _moments(event: Event) -> dict[str, datetime]:
    return {"occurred": event.occurred_at, "recorded": event.recorded_at or event.occurred_at}
