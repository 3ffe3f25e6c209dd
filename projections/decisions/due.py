"""What comes up: decisions to be looked at again, and the last days of pilots."""

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, and_, or_, select

from domain.pilot import UNDER_WAY
from projections.engine.as_of import Cut, as_known, seen
from projections.models.charters import MEMBERS
from projections.models.decisions import DECISIONS
from projections.models.pilots import PILOTS
from projections.records.lookups import as_struct, titles_of

DUE_AT_ONCE = 500


class Revisit(Struct, frozen=True):
    """A decision that nobody has looked at again, and the day on which somebody wants to."""

    decision: str
    pilot: str
    title: str
    """What the pilot is called."""
    verdict: str
    expected_effect: str
    taken_at: str
    revisit_on: str


class PilotEnd(Struct, frozen=True):
    """The last day of a pilot that is under way."""

    pilot: str
    title: str
    ends_on: str


def to_revisit(
    db: Connection, cut: Cut, *, until: str = "", person: str = "", limit: int = DUE_AT_ONCE
) -> tuple[Revisit, ...]:
    """Return decisions to be looked at again, the earliest first; `until` a day, if one is said.

    Of pilots that a person belongs to, if one is said.
    """
    query = as_known(DECISIONS, cut).where(waits_until(until))
    if person:
        query = query.where(_belongs(person, cut))
    ordered = query.order_by(DECISIONS.c.revisit_on, DECISIONS.c.position)
    rows = db.execute(ordered.limit(limit)).mappings().all()
    titles = titles_of(db, [row["pilot"] for row in rows], cut)
    return tuple(as_struct({**row, "title": titles.get(row["pilot"], "")}, Revisit) for row in rows)


def waits_until(day: str) -> ColumnElement[bool]:
    """Return the condition of decisions to be looked at again by a day, or ever where it is ""."""
    waits = DECISIONS.c.status == "taken"
    return and_(
        waits, DECISIONS.c.revisit_on <= day if day else DECISIONS.c.revisit_on.is_not(None)
    )


def ends_of_pilots(db: Connection, cut: Cut, limit: int = DUE_AT_ONCE) -> Sequence[PilotEnd]:
    """Return the last days of pilots that are under way, the earliest first."""
    query = as_known(PILOTS, cut).where(PILOTS.c.ends_on.is_not(None))
    query = query.where(PILOTS.c.stage.in_(UNDER_WAY)).order_by(PILOTS.c.ends_on, PILOTS.c.pilot)
    return [as_struct(row, PilotEnd) for row in db.execute(query.limit(limit)).mappings()]


def _belongs(person: str, cut: Cut) -> ColumnElement[bool]:
    theirs = select(PILOTS.c.pilot).where(
        or_(PILOTS.c.owner == person, PILOTS.c.sponsor == person),
        PILOTS.c.pilot == DECISIONS.c.pilot,
        *seen(PILOTS, cut),
    )
    member = select(MEMBERS.c.pilot).where(
        MEMBERS.c.person == person, MEMBERS.c.pilot == DECISIONS.c.pilot, *seen(MEMBERS, cut)
    )
    return or_(theirs.exists(), member.exists())
