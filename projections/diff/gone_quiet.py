"""What was under way in a pilot at one cut and has not moved up to another."""

from typing import Any

from msgspec import Struct
from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Table,
    func,
    select,
    union,
    union_all,
)

from domain.kernel.moments import moment_of
from domain.metrics.metric import Figure
from domain.metrics.turnout import PEOPLE_GONE_QUIET
from projections.diff.pilot_diff import after
from projections.engine.as_of import Cut, as_known, counted
from projections.models.charters import MEDIA
from projections.models.entries import ALONG, COMPANIONS, COUNTED, ENTRIES, TAKING_PART
from projections.models.experiments import EXPERIMENTS
from projections.models.people import merged_into
from projections.participation.activity import unanswered_before
from projections.timeline.feed import moment_at

QUIET_PER_KIND = 12  # of a kind


class QuietRecord(Struct, frozen=True):
    """One thing that was under way and has not moved: its kind, its id, what it is called."""

    kind: str
    key: str
    title: str


class GoneQuiet(Struct, frozen=True):
    """What has not moved; of people only those who took part most, with how many there are."""

    quiet: tuple[QuietRecord, ...]
    people: Figure


def gone_quiet(db: Connection, pilot: str, start: Cut, end: Cut) -> GoneQuiet:
    """Return what was under way at the first cut and did not move up to the second.

    An experiment that ran and still runs, with no entry on it in between; a question from before
    that nobody has answered; a medium that no entry in between went by; a person who took part
    before and not in between.
    """
    experiments = _still_running(db, pilot, start, end)
    people, count = _people(db, pilot, start, end)
    return GoneQuiet(
        (
            *experiments,
            *_unanswered(db, pilot, start, end),
            *_unused(db, pilot, start, end),
            *people,
        ),
        PEOPLE_GONE_QUIET.counts(count),
    )


def _still_running(db: Connection, pilot: str, start: Cut, end: Cut) -> list[QuietRecord]:
    moved = _moved(ENTRIES.c.experiment, pilot, start, end)
    changed = select(EXPERIMENTS.c.experiment).where(
        EXPERIMENTS.c.pilot == pilot, *_between(EXPERIMENTS, start, end)
    )
    query = as_known(EXPERIMENTS, start).where(
        EXPERIMENTS.c.pilot == pilot,
        EXPERIMENTS.c.trial == "running",
        EXPERIMENTS.c.experiment.not_in(moved),
        EXPERIMENTS.c.experiment.not_in(changed),
    )
    rows = db.execute(query.order_by(EXPERIMENTS.c.planned_at).limit(QUIET_PER_KIND)).mappings()
    return [QuietRecord("experiment", row["experiment"], row["title"] or "") for row in rows]


def _unanswered(db: Connection, pilot: str, start: Cut, end: Cut) -> list[QuietRecord]:
    began = start.moment or moment_at(db, start.position or 0)
    asked = unanswered_before(db, end, pilot, moment_of(began), QUIET_PER_KIND) if began else ()
    return [QuietRecord("question", each.entry, each.text) for each in asked]


def _unused(db: Connection, pilot: str, start: Cut, end: Cut) -> list[QuietRecord]:
    used = _moved(ENTRIES.c.medium, pilot, start, end)
    kept = select(as_known(MEDIA, end).where(MEDIA.c.pilot == pilot).subquery().c.medium)
    query = as_known(MEDIA, start).where(
        MEDIA.c.pilot == pilot, MEDIA.c.medium.not_in(used), MEDIA.c.medium.in_(kept)
    )
    rows = db.execute(query.order_by(MEDIA.c.medium).limit(QUIET_PER_KIND)).mappings()
    return [
        QuietRecord("medium", medium, medium) for medium in dict.fromkeys(r["medium"] for r in rows)
    ]


def _people(db: Connection, pilot: str, start: Cut, end: Cut) -> tuple[list[QuietRecord], int]:
    only: dict[str, Any] = {"pilot": pilot, "status": COUNTED}
    before = union_all(
        *(
            select(counted(each, start, ("person",), **only).subquery())
            for each in (TAKING_PART, ALONG)
        )
    ).subquery()
    same = merged_into(end)
    moved = union(
        _moved(ENTRIES.c.person, pilot, start, end), _moved(COMPANIONS.c.person, pilot, start, end)
    ).subquery()
    kept = select(func.coalesce(same.c.into, moved.c.person))
    kept = kept.outerjoin_from(moved, same, same.c.person == moved.c.person)
    who = func.coalesce(same.c.into, before.c.person)
    query = select(who, func.count().over()).outerjoin_from(
        before, same, same.c.person == before.c.person
    )
    query = query.where(who.not_in(kept)).group_by(who)
    rows = db.execute(
        query.order_by(func.sum(before.c.amount).desc(), who).limit(QUIET_PER_KIND)
    ).all()
    return [QuietRecord("person", person, "") for person, _ in rows], rows[0][1] if rows else 0


def _moved(column: ColumnElement[Any], pilot: str, start: Cut, end: Cut) -> Select[Any]:
    """Select what entries name that were written or changed between two cuts."""
    table: Table = column.table
    return select(column).where(
        table.c.pilot == pilot,
        table.c.status.in_(COUNTED),
        column.is_not(None),
        *_between(table, start, end),
    )


def _between(table: FromClause, start: Cut, end: Cut) -> list[ColumnElement[bool]]:
    conditions = after(table, start)
    if end.moment is not None:
        conditions.append(table.c.known_from <= end.moment)
    if end.position is not None:
        conditions.append(table.c.position <= end.position)
    return conditions
