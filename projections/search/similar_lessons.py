"""Earlier lessons that say something like a text: the same words, rare ones weighing more."""

from collections import Counter
from collections.abc import Sequence
from math import log, sqrt

from sqlalchemy import Connection, RowMapping, select

from domain.kernel.text import words_of
from projections.engine.as_of import Cut, seen
from projections.models.lessons import LESSONS

LOOKED_AT = 2000  # of the lessons that stand, the newest
ENDS_AFTER = 5  # letters, so that “meeting” and “meetings” are alike
SHORTEST = 3  # letters of a word that says something
ALIKE = 0.3  # of 1, from which on two texts are about the same thing


def lessons_alike(db: Connection, text: str, cut: Cut, limit: int = 3) -> Sequence[RowMapping]:
    """Return lessons that stand and are most like a text, the most alike first.

    By the cosine of their words, weighed by how rare each is among lessons (tf-idf, Salton 1988).
    """
    stands = LESSONS.c.status == "learned", *seen(LESSONS, cut)
    newest = select(LESSONS).where(*stands).order_by(LESSONS.c.learned_at.desc())
    rows = db.execute(newest.limit(LOOKED_AT)).mappings().all()
    asked, stems_said = stems_of(text), [stems_of(row["text"]) for row in rows]
    found_in = Counter(stem for stems in stems_said for stem in stems)
    weight = {stem: log(1 + len(rows) / amount) for stem, amount in found_in.items()}
    rarest = log(1 + len(rows))
    ranked = [
        (_cosine(asked, stems, weight, rarest), number, row)
        for number, (stems, row) in enumerate(zip(stems_said, rows, strict=True))
    ]
    best = sorted(
        (each for each in ranked if each[0] >= ALIKE), key=lambda each: (-each[0], each[1])
    )
    return [row for _, _, row in best[:limit]]


def stems_of(text: str) -> set[str]:
    """Return the beginnings of the words that say something."""
    return {word[:ENDS_AFTER] for word in words_of(text) if len(word) > SHORTEST}


def _cosine(one: set[str], other: set[str], weight: dict[str, float], unknown: float) -> float:
    if not one or not other:
        return 0.0
    lengths = [sqrt(sum(weight.get(stem, unknown) ** 2 for stem in each)) for each in (one, other)]
    return sum(weight[stem] ** 2 for stem in one & other) / (lengths[0] * lengths[1])
