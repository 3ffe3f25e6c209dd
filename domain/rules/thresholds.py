"""Every threshold of the method and its default, in one table."""

from datetime import timedelta
from types import MappingProxyType
from typing import NamedTuple


class Threshold(NamedTuple):
    """What a rule counts up to, and what it counts."""

    amount: int
    unit: str


NONE = Threshold(0, "")
HIGHEST = 10_000  # of any unit; weeks of more than a life are none

DEFAULTS = MappingProxyType(
    {
        "S000-usefulness": Threshold(7, "days"),
        "S001-business-card": Threshold(30, "percent"),
        "S001-stumps-people": Threshold(1, "days"),
        "S002-agenda-not-stress": Threshold(5, "people"),
        "S002-five-step-path": Threshold(5, "entries"),
        "S002-hamster-wheel": Threshold(3, "weeks"),
        "S003-broadcast-vs-collab": Threshold(3, "weeks"),
        "S003-craft": Threshold(4, "attempts"),
        "S003-cultural-shift": Threshold(5, "people"),
        "S003-in-it-to-win-it": Threshold(14, "days"),
        "S003-instruct-delight": Threshold(0, "of 3"),
        "S003-meta-ratio": Threshold(50, "percent"),
        "S003-participation-first": Threshold(5, "people"),
        "S003-persist-before-verdict": Threshold(3, "entries"),
        "S003-simultaneous": Threshold(3, "lessons"),
        "S003-systemic-practice": Threshold(2, "pilots"),
        "S003-vp-bait": Threshold(7, "days"),
        "S004-gut": Threshold(8, "decisions"),
        "S004-living-framework": Threshold(90, "days"),
        "S004-past-performance": Threshold(180, "days"),
        "S004-pool-thoughts": Threshold(3, "people"),
        "S004-too-fast-for-one": Threshold(70, "percent"),
        "S004-two-way-capacity": Threshold(3, "questions"),
    }
)

DAY = timedelta(days=1)
FORTNIGHT = timedelta(days=14)
MONTH = timedelta(days=30)

BUSY_WEEK = 5  # entries from which on a week without a lesson turns the hamster wheel
ENOUGH_ENTRIES, ENOUGH_DAYS = 10, 2  # with the people of S003-participation-first
PERSISTED = FORTNIGHT  # with the owner's entries of S003-persist-before-verdict
LATE_ANSWER = timedelta(days=3)  # after which a question counts as left unanswered
FEW_LESSONS = 3  # below which nobody can have written too many of them
