"""Who did what towards whom: the questions about entries that need more than one of them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    and_,
    case,
    func,
    select,
    union_all,
)

from domain.kernel.moments import moment_of, stamp
from domain.metrics.participation import Tally
from domain.rules.known import Doing, Question
from projections.engine.as_of import Cut, Since, counted, seen
from projections.models.entries import ACKNOWLEDGED, COMPANIONS, COUNTED, DAILY, ENTRIES, RHYTHM
from projections.models.people import merged_into, merged_with
from projections.records.lookups import as_struct

DOINGS_LOOKED_AT = 500
ASKED = ("ask",)


def tallies_since(db: Connection, cut: Cut, pilot: str, since: date) -> tuple[Tally, ...]:
    """Return how many entries of each kind happened on each day from a day on."""
    by = DAILY[1:-1]
    asked = counted(RHYTHM, cut, by, pilot=pilot, occurred_on=Since(str(since)), status=COUNTED)
    return tuple(as_struct(row, Tally) for row in db.execute(asked).mappings())


def doings_of(db: Connection, cut: Cut, pilot: str, person: str) -> tuple[Doing, ...]:
    """Return when a person took part in a pilot, alone or along, oldest first."""
    of_pilot = ENTRIES.c.pilot == pilot, *counting(cut)
    same = [person, *merged_with(db, cut, person)]
    led = select(ENTRIES.c.occurred_at, ENTRIES.c.mode)
    led = led.where(ENTRIES.c.person.in_(same), *of_pilot)
    along = select(ENTRIES.c.occurred_at, ENTRIES.c.mode).join(
        COMPANIONS, and_(COMPANIONS.c.entry == ENTRIES.c.entry, *seen(COMPANIONS, cut))
    )
    along = along.where(COMPANIONS.c.pilot == pilot, COMPANIONS.c.person.in_(same), *of_pilot)
    both = union_all(
        *(
            select(each.order_by(ENTRIES.c.occurred_at.desc()).limit(DOINGS_LOOKED_AT).subquery())
            for each in (led, along)
        )
    ).subquery()
    newest = db.execute(select(both).order_by(both.c.occurred_at.desc()).limit(DOINGS_LOOKED_AT))
    return tuple(as_struct(row, Doing) for row in reversed(newest.mappings().all()))


def thanked(db: Connection, cut: Cut, pilot: str) -> int:
    """Return how many entries of a pilot somebody on the receiving side found useful."""
    stands = and_(ENTRIES.c.entry == ACKNOWLEDGED.c.entry, *counting(cut))
    useful = ACKNOWLEDGED.c.pilot == pilot, ACKNOWLEDGED.c.useful == 1, *seen(ACKNOWLEDGED, cut)
    entries = select(func.count(ACKNOWLEDGED.c.entry.distinct())).join(ENTRIES, stands)
    return db.scalar(entries.where(*useful)) or 0


def differ(one: ColumnElement[str], other: ColumnElement[str], cut: Cut) -> ColumnElement[bool]:
    """Return the condition that two are not one person, who is known twice being one."""
    same = merged_into(cut)
    return _as_one(one, same) != _as_one(other, same)


def unanswered_before(
    db: Connection, cut: Cut, pilot: str, before: datetime, limit: int = DOINGS_LOOKED_AT
) -> tuple[Question, ...]:
    """Return what was asked before a moment and nobody else has answered, oldest first."""
    reply = ENTRIES.alias()
    by_another = differ(reply.c.person, ENTRIES.c.person, cut)
    answered = select(reply.c.entry).where(
        reply.c.to == ENTRIES.c.entry, by_another, *counting(cut, reply)
    )
    asked = select(ENTRIES.c.entry, ENTRIES.c.occurred_at, ENTRIES.c.text).where(
        ENTRIES.c.pilot == pilot,
        ENTRIES.c.mode.in_(ASKED),
        ENTRIES.c.occurred_at <= stamp(before),
        ~answered.exists(),
        *counting(cut),
    )
    rows = db.execute(asked.order_by(ENTRIES.c.occurred_at).limit(limit)).mappings()
    return tuple(as_struct(row, Question) for row in rows)


def exchanged_since(db: Connection, cut: Cut, experiments: Sequence[str]) -> Mapping[str, datetime]:
    """Return for each experiment since when two people have both reached each other under it.

    One reaches another by an entry to them or to what they said; who did something together has
    reached each other. What is broadcast or said to oneself reaches nobody.
    """
    edges, same = reached(cut, ENTRIES.c.experiment.in_(experiments)), merged_into(cut)
    left, right = same.alias("stands_left"), same.alias("stands_right")
    one = func.coalesce(left.c.into, edges.c.one)
    other = func.coalesce(right.c.into, edges.c.other)
    ends = edges.c.experiment, one.label("from_whom"), other.label("to_whom")
    first = select(*ends, func.min(edges.c.at).label("at"))
    first = first.outerjoin_from(edges, left, left.c.person == edges.c.one)
    first = first.outerjoin(right, right.c.person == edges.c.other).where(one != other)
    there = first.group_by(edges.c.experiment, one, other).cte("reached")
    back = there.alias("back")
    later = case((there.c.at > back.c.at, there.c.at), else_=back.c.at)
    answered = and_(
        there.c.experiment == back.c.experiment,
        there.c.from_whom == back.c.to_whom,
        there.c.to_whom == back.c.from_whom,
    )
    both = select(there.c.experiment, func.min(later)).join_from(there, back, answered)
    found = db.execute(both.group_by(there.c.experiment))
    return {experiment: moment_of(at) for experiment, at in found}


def reached(cut: Cut, *conditions: ColumnElement[bool]) -> Any:
    """Return who reached whom and when, entry by entry: `experiment`, `one`, `other`, `at`."""
    heard = ENTRIES.alias("heard")
    to = func.coalesce(heard.c.person, ENTRIES.c.to)
    is_directed = ENTRIES.c.direction.not_in(("broadcast", "self"))
    answered = and_(heard.c.entry == ENTRIES.c.to, *counting(cut, heard))
    at_somebody = ENTRIES.c.to.is_not(None), to != ENTRIES.c.person, to.like("person-%")
    directed = _edge(ENTRIES.c.person, to).outerjoin(heard, answered)
    directed = directed.where(is_directed, *at_somebody, *conditions, *counting(cut))
    return union_all(directed, *_together(cut, is_directed, *conditions)).subquery()


def counting(cut: Cut, entries: FromClause = ENTRIES) -> list[ColumnElement[bool]]:
    """Return the conditions under which an entry counts, as far as a cut sees."""
    return [entries.c.status.in_(COUNTED), *seen(entries, cut)]


def _together(cut: Cut, *conditions: ColumnElement[bool]) -> list[Select[Any]]:
    along = and_(COMPANIONS.c.entry == ENTRIES.c.entry, *seen(COMPANIONS, cut))
    ends = (ENTRIES.c.person, COMPANIONS.c.person)
    return [
        _edge(one, other).join_from(ENTRIES, COMPANIONS, along).where(*conditions, *counting(cut))
        for one, other in (ends, ends[::-1])
    ]


def _edge(one: ColumnElement[Any], other: ColumnElement[Any]) -> Select[Any]:
    at = ENTRIES.c.occurred_at.label("at")
    return select(ENTRIES.c.experiment, one.label("one"), other.label("other"), at)


def _as_one(person: ColumnElement[Any], same: CTE) -> ColumnElement[Any]:
    """Return who stands for a person, themselves where they were never merged."""
    into = select(same.c.into).where(same.c.person == person).correlate_except(same)
    return func.coalesce(into.scalar_subquery(), person)
