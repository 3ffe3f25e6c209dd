"""How many different people took part on a medium, week by week."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, and_, case, func, select, union

from domain.metrics.metric import Figure
from domain.metrics.turnout import PEOPLE_A_WEEK
from domain.metrics.weeks import weeks_between
from projections.engine.as_of import Cut, seen
from projections.models.entries import COMPANIONS, ENTRIES
from projections.models.people import merged_into
from projections.participation.activity import counting

WEEKS = 26  # of use that are looked at: those up to the last entry


class MediumWeek(Struct, frozen=True):
    """How many different people took part on a medium in one week, from its Monday on."""

    monday: date
    people: int


def people_by_week(
    db: Connection, cut: Cut, medium: str, pilots: Sequence[str], days: tuple[str, str]
) -> tuple[MediumWeek, ...]:
    """Return how many people took part in some pilots on a medium, alone or along, each week.

    The weeks go from a first to a last day, and are at most the last 26; who was merged into
    somebody counts as that one.
    """
    first, last = map(date.fromisoformat, days)
    begins = weeks_between(first, last)[-WEEKS:]
    conditions = [ENTRIES.c.occurred_on >= str(begins[0]), *counting(cut)]
    led = select(ENTRIES.c.occurred_on.label("day"), ENTRIES.c.person.label("who")).where(
        ENTRIES.c.medium == medium, ENTRIES.c.pilot.in_(pilots), *conditions
    )
    entry = and_(ENTRIES.c.entry == COMPANIONS.c.entry, *conditions)
    along = select(ENTRIES.c.occurred_on, COMPANIONS.c.person).join_from(COMPANIONS, ENTRIES, entry)
    along = along.where(
        COMPANIONS.c.pilot.in_(pilots),
        ENTRIES.c.medium.concat("") == medium,  # as text joined to nothing: companions come first
        *seen(COMPANIONS, cut),
    )
    both = union(led, along).subquery()
    same = merged_into(cut)
    latest_first = reversed(list(enumerate(begins)))
    week: Any = case(*((both.c.day >= str(monday), number) for number, monday in latest_first))
    people = func.count(func.coalesce(same.c.into, both.c.who).distinct())
    query = select(week.label("week"), people).group_by("week")
    counts: dict[int, int] = dict(
        db.execute(query.outerjoin_from(both, same, same.c.person == both.c.who)).all()
    )
    return tuple(MediumWeek(monday, counts.get(number, 0)) for number, monday in enumerate(begins))


def average(weeks: Sequence[MediumWeek]) -> Figure:
    """Return how many people there were a week, on average over these weeks."""
    since = weeks[0].monday if weeks else None
    return PEOPLE_A_WEEK.share(sum(week.people for week in weeks), len(weeks), since)
