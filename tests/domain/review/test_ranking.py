"""Which pilots of a review come first."""

from types import SimpleNamespace

from domain.metrics.review import FACTS_KNOWN
from domain.review.ranking import by_need


def test_of_equal_need_what_moved_most_comes_first() -> None:
    lines = [
        SimpleNamespace(title=title, score=score, moved=FACTS_KNOWN.counts(moved))
        for title, score, moved in (("Ana", 5, 1), ("Ben", 5, 9), ("Cai", 9, 0), ("Ada", 5, 1))
    ]

    assert [line.title for line in by_need(lines)] == ["Cai", "Ben", "Ada", "Ana"]
