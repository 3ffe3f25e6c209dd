"""How sure a pilot's lessons are on average, day by day as it was known."""

from collections.abc import Iterable
from itertools import accumulate
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, Select, func, literal, select, union_all

from domain.metrics.learning import CONFIDENCE
from domain.metrics.metric import Figure
from projections.engine.as_of import Cut, counted, summed
from projections.models.lessons import LESSONS, SURE


class MeanConfidence(Struct, frozen=True):
    """The mean of what the lessons that stand say of how sure they are (0 to 100), from a day."""

    day: str
    percent: Figure
    lessons: int


def mean_confidence(db: Connection, cut: Cut, pilot: str, today: str) -> list[MeanConfidence]:
    """Return how sure the lessons of a pilot were on average after each day on which that moved.

    The last one is exact for the cut; `today` is its day. Grows with days, not with lessons.
    """
    moves = _by_day(cut, pilot) if cut.position is None else _by_state(cut, pilot)
    moved = [(day, amount, total) for day, amount, total in db.execute(moves) if day < today]
    so_far = accumulate(moved, lambda one, next_: (next_[0], *_added(one[1:], next_[1:])))
    now = counted(SURE, cut, ("confidence",), pilot=pilot, status="learned").subquery()
    last = select(summed(now.c.amount), summed(now.c.amount * now.c.confidence))
    amount, total = db.execute(last).one()
    days = [*so_far, (today, amount or 0, total or 0)]
    return [
        MeanConfidence(day, CONFIDENCE.over(total / amount, amount), amount)
        for day, amount, total in days
        if amount
    ]


def _by_day(cut: Cut, pilot: str) -> Select[Any]:
    days = SURE.days
    query = select(
        days.c.known_on, summed(days.c.amount), summed(days.c.amount * days.c.confidence)
    ).where(days.c.pilot == pilot, days.c.status == "learned")
    query = query.where(days.c.known_on <= cut.moment[:10]) if cut.moment else query
    return query.group_by(days.c.known_on).order_by(days.c.known_on)


def _by_state(cut: Cut, pilot: str) -> Select[Any]:
    """Return what moved up to a position, which the sums by day do not know."""
    both = union_all(*_begun_and_ended(cut, pilot)).subquery()
    amount = both.c.amount
    query = select(both.c.day, summed(amount), summed(amount * both.c.confidence))
    return query.group_by(both.c.day).order_by(both.c.day)


def _begun_and_ended(cut: Cut, pilot: str) -> Iterable[Select[Any]]:
    for place, at, amount in (
        (LESSONS.c.position, LESSONS.c.known_from, 1),
        (LESSONS.c.until_position, LESSONS.c.known_until, -1),
    ):
        day = func.substr(at, 1, 10).label("day")
        query = select(day, LESSONS.c.confidence, literal(amount).label("amount")).where(
            LESSONS.c.pilot == pilot, LESSONS.c.status == "learned", place <= cut.position
        )
        yield query.where(at <= cut.moment) if cut.moment else query


def _added(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(a + b for a, b in zip(one, other, strict=True))
