"""Who did what towards whom: the questions about entries that need more than one of them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
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

from domain.moments import moment_of, stamp
from domain.rules.course import Doing, Question, Tally
from projections.cut import Cut, Since, counted, seen
from projections.entries import ACKNOWLEDGED, COMPANIONS, COUNTED, DAILY, ENTRIES, RHYTHM
from projections.people import merged_with
from projections.reading import as_struct

NEWEST = 500
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
            select(each.order_by(ENTRIES.c.occurred_at.desc()).limit(NEWEST).subquery())
            for each in (led, along)
        )
    ).subquery()
    newest = db.execute(select(both).order_by(both.c.occurred_at.desc()).limit(NEWEST))
    return tuple(as_struct(row, Doing) for row in reversed(newest.mappings().all()))


def thanked(db: Connection, cut: Cut, pilot: str) -> int:
    """Return how many entries of a pilot somebody on the receiving side found useful."""
    stands = and_(ENTRIES.c.entry == ACKNOWLEDGED.c.entry, *counting(cut))
    useful = ACKNOWLEDGED.c.pilot == pilot, ACKNOWLEDGED.c.useful == 1, *seen(ACKNOWLEDGED, cut)
    entries = select(func.count(ACKNOWLEDGED.c.entry.distinct())).join(ENTRIES, stands)
    return db.scalar(entries.where(*useful)) or 0


def unanswered_before(
    db: Connection, cut: Cut, pilot: str, before: datetime, limit: int = 100
) -> tuple[Question, ...]:
    """Return what was asked before a moment and nobody else has answered, oldest first."""
    reply = ENTRIES.alias()
    answered = select(reply.c.entry).where(
        reply.c.to == ENTRIES.c.entry, reply.c.person != ENTRIES.c.person, *counting(cut, reply)
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


def exchanged_since(db: Connection, cut: Cut, experiment: str) -> datetime | None:
    """Return since when two people of an experiment have both reached each other.

    One reaches another by an entry to them or to what they said; who did something together has
    reached each other. What is broadcast or said to oneself reaches nobody.
    """
    edges = reached(cut, ENTRIES.c.experiment == experiment)
    first = select(edges.c.one, edges.c.other, func.min(edges.c.at).label("at"))
    there = first.group_by(edges.c.one, edges.c.other).cte("reached")
    back = there.alias("back")
    later = case((there.c.at > back.c.at, there.c.at), else_=back.c.at)
    both = select(func.min(later)).join_from(
        there, back, and_(there.c.one == back.c.other, there.c.other == back.c.one)
    )
    at = db.scalar(both)
    return moment_of(at) if at else None


def reached(cut: Cut, *these: ColumnElement[bool]) -> Any:
    """Return who reached whom and when, entry by entry: `one`, `other`, `at`."""
    heard = ENTRIES.alias("heard")
    to = func.coalesce(heard.c.person, ENTRIES.c.to)
    edge = ENTRIES.c.person.label("one"), to.label("other"), ENTRIES.c.occurred_at.label("at")
    said = ENTRIES.c.direction.not_in(("broadcast", "self"))
    answered = and_(heard.c.entry == ENTRIES.c.to, *counting(cut, heard))
    at_somebody = ENTRIES.c.to.is_not(None), to != ENTRIES.c.person, to.like("person-%")
    directed = select(*edge).outerjoin(heard, answered).where(said, *at_somebody, *these)
    return union_all(directed.where(*counting(cut)), *_together(cut, said, *these)).subquery()


def _together(cut: Cut, *these: ColumnElement[bool]) -> list[Select[Any]]:
    along = and_(COMPANIONS.c.entry == ENTRIES.c.entry, *seen(COMPANIONS, cut))
    ends = (ENTRIES.c.person, COMPANIONS.c.person)
    return [
        select(one.label("one"), other.label("other"), ENTRIES.c.occurred_at.label("at"))
        .join_from(ENTRIES, COMPANIONS, along)
        .where(*these, *counting(cut))
        for one, other in (ends, ends[::-1])
    ]


def counting(cut: Cut, entries: FromClause = ENTRIES) -> list[ColumnElement[bool]]:
    """Return the conditions under which an entry counts, as far as a cut sees."""
    return [entries.c.status.in_(COUNTED), *seen(entries, cut)]
