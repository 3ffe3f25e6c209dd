"""How much the lessons of a pilot instruct, and how much they delight."""

from statistics import median

from msgspec import Struct
from sqlalchemy import Connection, func, select

from domain.metrics import learning
from domain.metrics.metric import Figure
from projections.engine.as_of import Cut, seen
from projections.models.lessons import LESSONS

LEVELS = range(4)
HIGH = 2  # taps from which on a lesson counts as one that does it


class RatingCell(Struct, frozen=True):
    """How many lessons have one pair of taps, each from 0 to 3."""

    instruct: int
    delight: int
    lessons: int
    share: float
    """Of all lessons that were tapped (0 to 1)."""


class LessonRatings(Struct, frozen=True, kw_only=True):
    """All squares of the grid, and what lies in the middle."""

    squares: tuple[RatingCell, ...]
    """By delight from 3 to 0, then by instruct from 0 to 3: as they are read on the page."""
    tapped: Figure
    not_tapped: Figure
    """Lessons with both at 0, which nobody has judged."""
    instruct: Figure
    delight: Figure
    both: Figure


def lesson_ratings_of(db: Connection, cut: Cut, pilot: str) -> LessonRatings:
    """Return how the lessons of a pilot that stand were tapped."""
    by = LESSONS.c.instruct, LESSONS.c.delight
    stands = LESSONS.c.pilot == pilot, LESSONS.c.status == "learned", *seen(LESSONS, cut)
    rows = db.execute(select(*by, func.count()).where(*stands).group_by(*by))
    counts = {(instruct, delight): amount for instruct, delight, amount in rows}
    not_tapped = counts.pop((0, 0), 0)
    total = sum(counts.values())
    squares = tuple(
        RatingCell(
            instruct, delight, amount := counts.get((instruct, delight), 0), _of(amount, total)
        )
        for delight in reversed(LEVELS)
        for instruct in LEVELS
    )
    both = sum(n for pair, n in counts.items() if min(pair) >= HIGH)
    return LessonRatings(
        squares=squares,
        tapped=learning.LESSONS_TAPPED.counts(total),
        not_tapped=learning.LESSONS_NOT_TAPPED.counts(not_tapped),
        instruct=learning.INSTRUCTS.over(_middle(counts, 0), total),
        delight=learning.DELIGHTS.over(_middle(counts, 1), total),
        both=learning.BOTH_TAPPED.counts(both),
    )


def _of(amount: int, total: int) -> float:
    return amount / total if total else 0.0


def _middle(counts: dict[tuple[int, int], int], tap: int) -> float | None:
    taps = [pair[tap] for pair, amount in counts.items() for _ in range(amount)]
    return float(median(taps)) if taps else None
