"""From content consumer to creator: who reached which rung of taking part, and when first."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, Row, Select, case, func, select, union_all

from domain.kernel.messages import Text
from domain.kernel.moments import moment_of
from domain.metrics.ladder import RUNGS
from domain.metrics.metric import Figure
from domain.metrics.turnout import PEOPLE_ON_RUNG
from projections.engine.as_of import Cut, seen
from projections.models.entries import COMPANIONS, ENTRIES
from projections.models.people import merged_into
from projections.participation.activity import counting
from projections.records.lookups import SOMEBODY, names_of

PEOPLE_PER_RUNG = 50  # people named on a rung, by when they first reached it


class Reached(Struct, frozen=True):
    """A person who reached a rung, and when they first did."""

    person: str
    name: Text
    first_at: datetime


class Rung(Struct, frozen=True):
    """One rung: how many people reached it, the first when, and those who did so first."""

    rung: str
    modes: tuple[str, ...]
    people: Figure
    first_at: datetime | None = None
    reached: tuple[Reached, ...] = ()


def ladder(db: Connection, cut: Cut, pilot: str) -> tuple[Rung, ...]:
    """Return the rungs of a pilot from observer to leader; a person may stand on several."""
    rows = db.execute(_placed(cut, pilot)).all()
    names = names_of(db, [row.who for row in rows], cut)
    return tuple(
        _rung(name, modes, [row for row in rows if row.rung == name], names)
        for name, modes in RUNGS.items()
    )


def _rung(
    rung: str, modes: tuple[str, ...], rows: Sequence[Row[Any]], names: dict[str, str]
) -> Rung:
    if not rows:
        return Rung(rung, modes, PEOPLE_ON_RUNG.counts(0))
    reached = tuple(
        Reached(row.who, names.get(row.who) or SOMEBODY, moment_of(row.at)) for row in rows
    )
    people = PEOPLE_ON_RUNG.counts(rows[0].people)
    return Rung(rung, modes, people, reached[0].first_at, reached)


def _placed(cut: Cut, pilot: str) -> Select[Any]:
    first = _first_by_rung(cut, pilot).subquery()
    order = func.row_number().over(partition_by=first.c.rung, order_by=(first.c.at, first.c.who))
    people = func.count().over(partition_by=first.c.rung)
    placed = select(first, order.label("place"), people.label("people")).subquery()
    return select(placed).where(placed.c.place <= PEOPLE_PER_RUNG).order_by(placed.c.place)


def _first_by_rung(cut: Cut, pilot: str) -> Select[Any]:
    done = union_all(*_done(cut, pilot)).subquery()
    same = merged_into(cut)
    rung = case(*((done.c.mode.in_(modes), name) for name, modes in RUNGS.items())).label("rung")
    who = func.coalesce(same.c.into, done.c.person).label("who")
    query = select(who, rung, func.min(done.c.at).label("at"))
    joined = query.outerjoin_from(done, same, same.c.person == done.c.person)
    return joined.group_by(who, rung)


def _done(cut: Cut, pilot: str) -> list[Select[Any]]:
    """Return when each person first did what, alone and along with others."""
    first = ENTRIES.c.mode, func.min(ENTRIES.c.occurred_at).label("at")
    alone = select(ENTRIES.c.person, *first).where(ENTRIES.c.pilot == pilot, *counting(cut))
    with_it = COMPANIONS.c.entry == ENTRIES.c.entry
    along = select(COMPANIONS.c.person, *first).join_from(COMPANIONS, ENTRIES, with_it)
    along = along.where(COMPANIONS.c.pilot == pilot, *seen(COMPANIONS, cut), *counting(cut))
    return [
        alone.group_by(ENTRIES.c.person, ENTRIES.c.mode),
        along.group_by(COMPANIONS.c.person, ENTRIES.c.mode),
    ]
