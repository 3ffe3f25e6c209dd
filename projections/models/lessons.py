"""Every lesson as it stands: what it says, and where it held or did not."""

from collections.abc import Iterator

from sqlalchemy import Column, Index, Integer, String

from domain.facts.lesson import (
    LessonConfirmed,
    LessonContradicted,
    LessonCorrected,
    LessonLearned,
    LessonReused,
    LessonRevalidated,
    LessonSuperseded,
    LessonVoided,
)
from domain.kernel.aggregate import Event
from domain.kernel.moments import stamp
from projections.engine.changes import Begin, Change, Plus, TableChange
from projections.engine.from_fact import FromFact
from projections.engine.schema import Rollup, day, states
from projections.models.local_days import local_day

SAID = FromFact(
    LessonLearned,
    "pilot", "experiment", "loop", "text", "context", "confidence", "instruct", "delight",
)  # fmt: skip  # one list

LESSONS = states(
    "lessons",
    Column("lesson", String, primary_key=True),
    *SAID.columns(),
    Column("learned_by", String),
    Column("learned_at", String),
    day("learned_on"),
    Column("sure_at", String),
    Column("confirmed", Integer),
    Column("contradicted", Integer),
    Column("reused", Integer),
    Column("status", String),
)
Index("lessons_in_order", LESSONS.c.learned_at, LESSONS.c.lesson)

ELSEWHERE = states(
    "lessons_elsewhere",
    Column("lesson", String, primary_key=True),
    Column("pilot", String, primary_key=True),
    Column("held", Integer),
    Column("said_at", String),
)
REUSES = states(
    "lessons_reused",
    Column("lesson", String, primary_key=True),
    Column("experiment", String, primary_key=True),
    Column("reused_at", String),
)
Index("lessons_reused_in", REUSES.c.experiment)
Index("lessons_of_pilot", LESSONS.c.pilot, LESSONS.c.learned_at)

LOOPS = Rollup("lessons_by_loop", LESSONS, by=("pilot", "loop", "status"))


def project(event: Event) -> Iterator[TableChange]:
    """Give a lesson its next state; leave every other fact alone."""
    key, at = (event.originator_id,), stamp(event.occurred_at)
    match event.fact:
        case LessonLearned() as fact:
            new = {"confirmed": 0, "contradicted": 0, "reused": 0, "status": "learned"}
            new |= {"learned_by": event.by, "learned_at": at, "sure_at": at}
            on = {"learned_on": local_day(event.occurred_at, fact.pilot)}
            yield Begin(LESSONS, key, SAID.values(fact) | new | on)
        case LessonCorrected(changes=changes):
            yield Change(LESSONS, key, SAID.values(changes))
        case LessonConfirmed(pilot=pilot):
            yield Change(LESSONS, key, {"confirmed": Plus(1), "sure_at": at})
            yield Change(ELSEWHERE, (*key, pilot), {"held": 1, "said_at": at})
        case LessonContradicted(pilot=pilot):
            yield Change(LESSONS, key, {"contradicted": Plus(1)})
            yield Change(ELSEWHERE, (*key, pilot), {"held": 0, "said_at": at})
        case LessonReused(experiment=experiment):
            yield Change(LESSONS, key, {"reused": Plus(1)})
            yield Change(REUSES, (*key, experiment), {"reused_at": at})
        case LessonRevalidated(confidence=confidence):
            yield Change(LESSONS, key, {"confidence": confidence, "sure_at": at})
        case LessonSuperseded():
            yield Change(LESSONS, key, {"status": "superseded"})
        case LessonVoided():
            yield Change(LESSONS, key, {"status": "voided"})
        case _:
            pass
