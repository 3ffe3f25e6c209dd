"""Who took part in a pilot, each person once, and how many of them belong to those it is for."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from sqlalchemy import CTE, Connection, FromClause, Select, Subquery, and_, func, select, union

from domain.metrics import turnout
from domain.metrics.metric import Figure
from domain.metrics.participation import PEOPLE
from projections.engine.as_of import NOW, Cut, counted, seen
from projections.models.charters import MEMBERS
from projections.models.entries import ALONG, COMPANIONS, COUNTED, ENTRIES, TAKING_PART
from projections.models.people import merged_into
from projections.models.purposes import AUDIENCES


class OnTarget(Struct, frozen=True, kw_only=True):
    """How many of those who took part belong to an audience the pilot is for."""

    people: Figure
    on_target: Figure
    share: Figure
    """None where nobody took part or no audience is listed."""
    audiences: int
    """Audiences the pilot lists."""


def on_target(db: Connection, cut: Cut, pilot: str) -> OnTarget:
    """Return which share of those who took part in a pilot belongs to a listed audience (S002)."""
    listed = select(AUDIENCES.c.audience).where(AUDIENCES.c.pilot == pilot, *seen(AUDIENCES, cut))
    audiences = _count(db, listed.subquery())
    same = merged_into(cut)
    present = took_part(cut, pilot, same)
    members = _kept(MEMBERS, same).where(
        MEMBERS.c.pilot == pilot, MEMBERS.c.audience.in_(listed), *seen(MEMBERS, cut)
    )
    people = _count(db, present)
    of_these = _count(db, select(present).where(present.c.who.in_(members)).subquery())
    return OnTarget(
        people=PEOPLE.counts(people),
        on_target=turnout.PEOPLE_ON_TARGET.counts(of_these),
        share=turnout.ON_TARGET_SHARE.share(of_these, people if audiences else 0),
        audiences=audiences,
    )


def people_since(db: Connection, cut: Cut, pilot: str, first: date) -> Figure:
    """Return how many different people took part in a pilot from a day on, alone or along."""
    same = merged_into(cut)
    of_late = (
        ENTRIES.c.pilot == pilot,
        ENTRIES.c.occurred_on >= str(first),
        ENTRIES.c.status.in_(COUNTED),
        *seen(ENTRIES, cut),
    )
    led = select(ENTRIES.c.person).where(*of_late)
    along = select(COMPANIONS.c.person).join(
        ENTRIES, and_(ENTRIES.c.entry == COMPANIONS.c.entry, *of_late)
    )
    along = along.where(COMPANIONS.c.status.in_(COUNTED), *seen(COMPANIONS, cut))
    anyone = led.union(along).subquery()
    return PEOPLE.counts(_count(db, _kept(anyone, same).distinct().subquery()), first)


def took_part(cut: Cut, pilot: str, same: CTE) -> Subquery:
    """Return the different people who took part in a pilot, alone or along: `who`.

    `same` says who stands for whom: `merged_into(cut)`.
    """
    only: dict[str, Any] = {"pilot": pilot, "status": COUNTED}
    alone, along = (
        counted(each, cut, ("person",), **only).subquery() for each in (TAKING_PART, ALONG)
    )
    anyone = union(*(select(each.c.person) for each in (alone, along))).subquery()
    return _kept(anyone, same).distinct().subquery()


def _kept(people: FromClause, same: CTE) -> Select[tuple[str]]:
    who = func.coalesce(same.c.into, people.c.person).label("who")
    return select(who).outerjoin_from(people, same, same.c.person == people.c.person)


def _count(db: Connection, rows: Subquery) -> int:
    return db.scalar(select(func.count()).select_from(rows)) or 0


def companions_of(db: Connection, entries: Sequence[str], cut: Cut = NOW) -> dict[str, set[str]]:
    """Return who was with whoever logged each entry, as it is known."""
    query = select(COMPANIONS.c.entry, COMPANIONS.c.person).where(
        COMPANIONS.c.entry.in_(entries), COMPANIONS.c.status == "logged", *seen(COMPANIONS, cut)
    )
    named: dict[str, set[str]] = {}
    for entry, person in db.execute(query) if entries else ():
        named.setdefault(entry, set()).add(person)
    return named
