"""In which order a review shows pilots: what somebody waits for, what moved most, what weighs."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Protocol, TypeVar

from domain.metrics.metric import Figure
from domain.pilot import UNDER_WAY


class Ranked(Protocol):
    """A pilot in a review, with what its needs weigh."""

    @property
    def title(self) -> str:
        """Return what it is called."""

    @property
    def score(self) -> int:
        """Return what all its needs weigh together."""

    @property
    def moved(self) -> Figure:
        """Return how many facts about it became known."""


R = TypeVar("R", bound=Ranked)


def is_past_its_end(stage: str, ends_on: date | None, today: date) -> bool:
    """Tell whether the last day of a pilot is over and the pilot is not."""
    return stage in UNDER_WAY and ends_on is not None and ends_on < today


def first_look(
    pilots: Iterable[str], moved: Mapping[str, int], urgent: Collection[str]
) -> list[str]:
    """Return the pilots a review shows, page by page: the urgent ones, then what moved most.

    A pilot that neither moved nor is urgent is quiet, and left out.
    """
    shown = [pilot for pilot in pilots if pilot in moved or pilot in urgent]
    return sorted(shown, key=lambda pilot: (pilot not in urgent, -moved.get(pilot, 0)))


def by_need(lines: Iterable[R]) -> list[R]:
    """Return the pilots of one page by what their needs weigh, then by how much they moved."""
    return sorted(lines, key=lambda line: (-line.score, -line.moved.count, line.title))
