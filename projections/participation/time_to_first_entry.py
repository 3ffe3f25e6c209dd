"""How soon people who join a pilot log their first entry; nobody is named."""

from statistics import median

from msgspec import Struct
from sqlalchemy import Connection, func, select

from domain.kernel.moments import moment_of
from domain.metrics import turnout
from domain.metrics.metric import Figure
from projections.engine.as_of import Cut, seen
from projections.models.charters import MEMBERS
from projections.models.entries import ENTRIES
from projections.models.people import merged_into
from projections.participation.activity import counting

NEWCOMERS_LOOKED_AT = 2000
HOUR = 3600


class FirstLog(Struct, frozen=True, kw_only=True):
    """How many newcomers have logged something, and how soon the first time."""

    joined: Figure
    logged: Figure
    median_hours: Figure


def first_log(db: Connection, cut: Cut, pilot: str) -> FirstLog:
    """Return how soon newcomers of a pilot jump in, as far as a cut sees (S003)."""
    same = merged_into(cut)
    who = func.coalesce(same.c.into, MEMBERS.c.person)
    own = ENTRIES.c.pilot == pilot, ENTRIES.c.person.in_([MEMBERS.c.person, who])
    entry = select(ENTRIES.c.occurred_at).where(*own, *counting(cut))
    first = entry.order_by(ENTRIES.c.occurred_at).limit(1)
    joined = (
        select(who.label("who"), MEMBERS.c.joined_at, first.scalar_subquery().label("first"))
        .outerjoin_from(MEMBERS, same, same.c.person == MEMBERS.c.person)
        .where(MEMBERS.c.pilot == pilot, MEMBERS.c.role != "owner", *seen(MEMBERS, cut))
        .order_by(MEMBERS.c.joined_at.desc())
        .limit(NEWCOMERS_LOOKED_AT)
    )
    people = {row.who: row for row in db.execute(joined)}  # whoever joined twice: the earlier row
    came = [row for row in people.values() if row.first is None or row.first >= row.joined_at]
    waits = [_hours(row.joined_at, row.first) for row in came if row.first]
    return FirstLog(
        joined=turnout.NEWCOMERS.counts(len(came)),
        logged=turnout.NEWCOMERS_LOGGING.counts(len(waits)),
        median_hours=turnout.HOURS_TO_FIRST_ENTRY.over(
            median(waits) if waits else None, len(waits)
        ),
    )


def _hours(start: str, end: str) -> float:
    return (moment_of(end) - moment_of(start)).total_seconds() / HOUR
