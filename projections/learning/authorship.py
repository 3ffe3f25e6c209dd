"""Whether many hands write the lessons of a pilot, or one; nobody is named."""

from msgspec import Struct
from sqlalchemy import Connection, func, select

from domain.metrics import learning
from domain.metrics.metric import Figure
from projections.engine.as_of import Cut, seen
from projections.models.lessons import LESSONS
from projections.models.people import merged_into


class Authorship(Struct, frozen=True, kw_only=True):
    """How the lessons that stand are spread over those who wrote them."""

    lessons: Figure
    people: Figure
    largest: Figure
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
    return Authorship(
        lessons=learning.LESSONS.counts(sum(wrote)),
        people=learning.AUTHORS.counts(len(wrote)),
        largest=learning.LARGEST_AUTHOR_SHARE.share(max(wrote, default=0), sum(wrote)),
        limit=percent / 100,
    )
