"""What a pilot cost, by experiment, lesson and value, and how much after evidence had turned."""

from datetime import datetime
from typing import Any

from msgspec import Struct
from msgspec.json import decode
from sqlalchemy import Connection, select

from domain.kernel.moments import moment_of
from domain.metrics.value import HOURS_A_LESSON, HOURS_A_VALUE
from domain.pilot import OVER
from projections.engine.as_of import Cut, counted, seen
from projections.models.evidence import EVIDENCE
from projections.models.experiments import EFFORTS, EXPERIMENTS
from projections.models.lessons import LOOPS
from projections.models.timeline_facts import TIMELINE
from projections.models.values import VALUES
from projections.records.lookups import all_of, experiments_of
from projections.value.spending import Rate, Spent, rate, spent_on, together

ROWS_LOOKED_AT = 500


class ExperimentCost(Struct, frozen=True):
    """The hours and the money that were logged for one experiment."""

    experiment: str
    title: str
    spent: Spent


class TurningPoint(Struct, frozen=True):
    """When evidence first turned against a pilot, and what was spent before and after."""

    at: datetime
    how: str
    thing: str
    before: Spent
    after: Spent


class Costs(Struct, frozen=True):
    """What a pilot cost in all, by experiment, and on average by lesson and by value."""

    total: Spent
    parts: tuple[ExperimentCost, ...]
    per_lesson: Rate
    per_value: Rate
    over: bool
    """Whether it was stopped or closed."""
    turn: TurningPoint | None


def costs_of(db: Connection, cut: Cut, pilot: str, stage: str) -> Costs:
    """Return what a pilot cost; where it is over, what was spent after evidence had turned."""
    spent = spent_on(db, cut, pilot)
    rows = {row["experiment"]: row for row in experiments_of(db, cut, pilot, limit=ROWS_LOOKED_AT)}
    parts = tuple(
        ExperimentCost(each, rows[each]["title"] if each in rows else each, spent[each])
        for each in sorted(spent, key=lambda each: rows[each]["planned_at"] if each in rows else "")
    )
    total = together(spent.values())
    lessons = sum(
        amount
        for _, amount in db.execute(counted(LOOPS, cut, ("pilot",), pilot=pilot, status="learned"))
    )
    values = [
        row for row in all_of(db, VALUES, cut, pilot, ROWS_LOOKED_AT) if row["kind"] == "discovered"
    ]
    turn = _turn(db, cut, pilot) if stage in OVER else None
    return Costs(
        total=total,
        parts=parts,
        per_lesson=rate(HOURS_A_LESSON, total, lessons),
        per_value=rate(HOURS_A_VALUE, total, len(values)),
        over=stage in OVER,
        turn=turn,
    )


def _turn(db: Connection, cut: Cut, pilot: str) -> TurningPoint | None:
    found = [*_refuted(db, cut, pilot), *_opposed(db, cut, pilot), *_contradicted(db, cut, pilot)]
    if not found:
        return None
    at, how, thing = min(found)
    before = together(spent_on(db, cut, pilot, EFFORTS.c.occurred_at < at).values())
    after = together(spent_on(db, cut, pilot, EFFORTS.c.occurred_at >= at).values())
    return TurningPoint(moment_of(at), how, thing, before, after)


def _refuted(db: Connection, cut: Cut, pilot: str) -> list[tuple[str, str, str]]:
    query = select(EXPERIMENTS.c.ended_at, EXPERIMENTS.c.experiment).where(
        EXPERIMENTS.c.pilot == pilot, EXPERIMENTS.c.result == "refuted", *seen(EXPERIMENTS, cut)
    )
    return [(at, "an experiment was refuted", thing) for at, thing in db.execute(query)]


def _opposed(db: Connection, cut: Cut, pilot: str) -> list[tuple[str, str, str]]:
    facts = _facts(db, cut, pilot, "finding", "evidence.linked.v1")
    against = [(at, thing) for at, thing, data in facts if data["stance"] == "opposes"]
    stands = select(EVIDENCE.c.evidence).where(
        EVIDENCE.c.evidence.in_([thing for _, thing in against]),
        EVIDENCE.c.status != "withdrawn",
        *seen(EVIDENCE, cut),
    )
    standing = set(db.scalars(stands)) if against else set()
    return [
        (at, "a finding was held against it", thing) for at, thing in against if thing in standing
    ]


def _contradicted(db: Connection, cut: Cut, pilot: str) -> list[tuple[str, str, str]]:
    facts = _facts(db, cut, pilot, "lesson", "lesson.contradicted.v1")
    against = [(at, thing) for at, thing, data in facts if data["pilot"] == pilot]
    return [(at, "a lesson did not hold here", thing) for at, thing in against]


def _facts(
    db: Connection, cut: Cut, pilot: str, lane: str, name: str
) -> list[tuple[str, str, dict[str, Any]]]:
    of_kind = TIMELINE.c.pilot == pilot, TIMELINE.c.lane == lane, TIMELINE.c.name == name
    columns = TIMELINE.c.occurred_at, TIMELINE.c.stream, TIMELINE.c.data
    query = select(*columns).where(*of_kind, *seen(TIMELINE, cut)).order_by(TIMELINE.c.known_from)
    return [
        (at, stream, decode(data)) for at, stream, data in db.execute(query.limit(ROWS_LOOKED_AT))
    ]
