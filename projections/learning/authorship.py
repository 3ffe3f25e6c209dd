"""Whether many hands write the lessons of a pilot, or one; nobody is named."""

from msgspec import Struct
from sqlalchemy import Connection, func, select

from projections.engine.as_of import Cut, seen
from projections.models.lessons import LESSONS
from projections.models.people import merged_into


class Authorship(Struct, frozen=True):
    """How the lessons that stand are spread over those who wrote them."""

    lessons: int
    people: int
    largest: float | None
    """Share of the lessons that one person wrote who wrote the most (0 to 1); None without any."""
    limit: float
    """Share above which there is a warning (0 to 1)."""


def authorship_of(db: Connection, cut: Cut, pilot: str, percent: int) -> Authorship:
    """Return how many people wrote how many lessons; who was merged is one person."""
    same = merged_into(cut)
    who = func.coalesce(same.c.into, LESSONS.c.learned_by)
    query = (
        select(func.count())
        .select_from(LESSONS)
        .outerjoin(same, same.c.person == LESSONS.c.learned_by)
        .where(LESSONS.c.pilot == pilot, LESSONS.c.status == "learned", *seen(LESSONS, cut))
        .group_by(who)
    )
    wrote = list(db.scalars(query))
    largest = max(wrote) / sum(wrote) if wrote else None
    return Authorship(sum(wrote), len(wrote), largest, percent / 100)
