"""What the lessons of a pilot say to others: where they held, and the one to quote."""

from msgspec import Struct
from sqlalchemy import Connection, func, select

from domain.metrics.learning import HELD_ELSEWHERE, PILOTS_REACHED
from domain.metrics.metric import Figure
from projections.engine.as_of import Cut, seen
from projections.models.lessons import ELSEWHERE, LESSONS
from projections.records.lookups import names_of


class LessonReach(Struct, frozen=True):
    """How many lessons of a pilot held in another one, and in how many others."""

    lessons: Figure
    pilots: Figure


class Quote(Struct, frozen=True):
    """The lesson that those who keep lessons tapped most, and who learned it."""

    lesson: str
    text: str
    who: str


def reach_of(db: Connection, cut: Cut, pilot: str) -> LessonReach:
    """Return how far the lessons of a pilot held."""
    lesson, there = LESSONS.c.lesson, ELSEWHERE.c.pilot
    query = (
        select(func.count(lesson.distinct()), func.count(there.distinct()))
        .join_from(LESSONS, ELSEWHERE, ELSEWHERE.c.lesson == lesson)
        .where(LESSONS.c.pilot == pilot, LESSONS.c.status == "learned", *seen(LESSONS, cut))
        .where(there != pilot, ELSEWHERE.c.held == 1, *seen(ELSEWHERE, cut))
    )
    lessons, pilots = db.execute(query).one()
    return LessonReach(HELD_ELSEWHERE.counts(lessons), PILOTS_REACHED.counts(pilots))


def quote_of(db: Connection, cut: Cut, pilot: str) -> Quote | None:
    """Return the lesson to quote, the newest of those tapped most; None where none was tapped."""
    taps = LESSONS.c.instruct + LESSONS.c.delight
    query = (
        select(LESSONS.c.lesson, LESSONS.c.text, LESSONS.c.learned_by)
        .where(LESSONS.c.pilot == pilot, LESSONS.c.status == "learned", taps > 0)
        .where(*seen(LESSONS, cut))
        .order_by(taps.desc(), LESSONS.c.learned_at.desc())
        .limit(1)
    )
    row = db.execute(query).one_or_none()
    if row is None:
        return None
    who = names_of(db, [row.learned_by], cut).get(row.learned_by, "")
    return Quote(row.lesson, row.text, who)
