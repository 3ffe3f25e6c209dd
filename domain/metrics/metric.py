"""What a number is: declared once, and what it came to, with what it was counted from."""

from datetime import date
from typing import Any, Literal

from msgspec import Struct, structs

from domain.kernel.aggregate import Fact
from domain.kernel.messages import Message

Unit = Literal[
    "people", "entries", "ties", "lessons", "loops", "experiments", "invitations", "findings",
    "assumptions", "decisions", "pilots", "values", "measures", "squares", "areas", "moves",
    "facts", "hints", "weeks", "share", "percent", "ratio", "taps", "points", "days", "hours",
    "people a week", "entries a week",
]  # fmt: skip  # one list
FINE: tuple[Unit, ...] = ("ratio",)  # said with two decimals
ROUNDED: tuple[Unit, ...] = (
    "days", "hours", "percent", "taps", "points", "people a week", "entries a week",
)  # fmt: skip  # said with one at most

FEWEST_OF_A_SHARE = 5  # cases below which a share says nothing
FEWEST_OF_A_MEAN = 3  # cases below which a mean or a median says nothing


class Figure(Struct, frozen=True, kw_only=True):
    """What a metric came to, of one pilot, group or period, as far as a cut saw."""

    slug: str
    value: float | None
    """In the unit of the metric, a share from 0 to 1; None while there is not enough to say."""
    of: int | None = None
    """How many cases it rests on; None for what is itself a number of cases."""
    since: date | None = None
    """The first day that counts; None from the beginning on."""
    rests_on: str = ""
    """The query of a pilot's events that lists what was counted."""

    @property
    def count(self) -> int:
        """Return the value of what is a number of cases."""
        return int(self.value or 0)


class Metric(Struct, frozen=True, kw_only=True):
    """A number that is counted one way wherever it is shown."""

    slug: str
    title: Message
    definition: Message
    """What it counts, in one sentence."""
    unit: Unit
    population: str
    """What is counted, or what a share, a mean or a median is taken over."""
    period: str = "from the beginning"
    enough: int = 0
    """Cases below which there is not enough to say."""
    facts: tuple[type[Fact], ...]
    """What it is counted from; none stands for any."""
    events: str = ""
    """The query of a pilot's events that lists what was counted, where one does exactly."""

    def counts(self, amount: int, since: date | None = None) -> Figure:
        """Return the figure of a number of cases."""
        return Figure(slug=self.slug, value=amount, since=since, rests_on=self._rests_on)

    def share(self, part: int, whole: int, since: date | None = None) -> Figure:
        """Return the figure of a part of all cases."""
        return self.over(part / whole if whole else None, whole, since)

    def over(self, value: float | None, cases: int, since: date | None = None) -> Figure:
        """Return the figure of a value that rests on some cases."""
        value = value if cases >= self.enough else None
        return Figure(slug=self.slug, value=value, of=cases, since=since, rests_on=self._rests_on)

    def described(self) -> dict[str, Any]:
        """Return what it is for programs, its facts by the names they are stored by."""
        return structs.asdict(self) | {"facts": [fact.stored_as for fact in self.facts]}

    @property
    def _rests_on(self) -> str:
        return self.events or "&".join(f"name={fact.stored_as}" for fact in self.facts)
