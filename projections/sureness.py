"""How sure a pilot's lessons are on average, day by day as it was known."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, Select, func, literal, select

from projections.cut import Cut, counted
from projections.lessons import LESSONS, SURE

Moves = Iterable[Select[Any]]


class Sureness(Struct, frozen=True):
    """The mean of what the lessons that stand say of how sure they are (0 to 100), from a day."""

    day: str
    percent: float
    lessons: int


def sureness_of(db: Connection, cut: Cut, pilot: str, today: str) -> list[Sureness]:
    """Return how sure the lessons of a pilot were on average after each day on which that moved.

    The last one is exact for the cut; `today` is its day. Grows with days, not with lessons.
    """
    standing: Counter[int] = Counter()
    told: list[Sureness] = []
    moves = _moves(db, cut, pilot)
    for day in sorted(moves):
        standing.update(moves[day])
        if day < today and (said := _mean(day, standing)):
            told.append(said)
    now = counted(SURE, cut, ("confidence",), pilot=pilot, status="learned")
    last = _mean(today, Counter(dict(db.execute(now).all())))
    return [*told, last] if last else told


def _moves(db: Connection, cut: Cut, pilot: str) -> dict[str, Counter[int]]:
    moves: dict[str, Counter[int]] = {}
    rows = _by_day(cut, pilot) if cut.position is None else _by_state(cut, pilot)
    for query in rows:
        for day, percent, amount in map(tuple, db.execute(query)):
            moves.setdefault(day, Counter())[percent] += amount
    return moves


def _by_day(cut: Cut, pilot: str) -> Moves:
    days = SURE.days
    query = select(days.c.known_on, days.c.confidence, days.c.amount).where(
        days.c.pilot == pilot, days.c.status == "learned"
    )
    return (query.where(days.c.known_on <= cut.moment[:10]) if cut.moment else query,)


def _by_state(cut: Cut, pilot: str) -> Moves:
    """Return what moved up to a position, which the sums by day do not know."""
    for place, at, amount in (
        (LESSONS.c.position, LESSONS.c.known_from, 1),
        (LESSONS.c.until_position, LESSONS.c.known_until, -1),
    ):
        query = select(func.substr(at, 1, 10), LESSONS.c.confidence, literal(amount)).where(
            LESSONS.c.pilot == pilot, LESSONS.c.status == "learned", place <= cut.position
        )
        yield query.where(at <= cut.moment) if cut.moment else query


def _mean(day: str, standing: Mapping[int, int]) -> Sureness | None:
    lessons = sum(standing.values())
    if not lessons:
        return None
    total = sum(percent * amount for percent, amount in standing.items())
    return Sureness(day, total / lessons, lessons)
