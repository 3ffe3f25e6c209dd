"""The parts of what is known about a pilot, as rules see them: what was tried, found and done."""

from datetime import date, datetime

from msgspec import Struct


class Experiment(Struct, frozen=True):
    """One change that was planned, with the lessons it builds on."""

    experiment: str
    title: str
    trial: str
    planned_at: datetime
    change: str | None = None
    outcome: str | None = None
    capability: str | None = None
    medium: str | None = None
    started_at: datetime | None = None
    began_at: datetime | None = None
    """When its start was written down."""
    ended_at: datetime | None = None
    measures: str = ""
    informed_by: dict[str, datetime] = {}
    """The lessons it builds on, each with when that was said."""


class Lesson(Struct, frozen=True):
    """A lesson that stands."""

    lesson: str
    loop: str
    text: str
    learned_at: datetime
    learned_by: str
    sure_at: datetime
    confidence: int
    instruct: int
    delight: int
    experiment: str | None = None


class Evidence(Struct, frozen=True):
    """A finding that was not withdrawn."""

    evidence: str
    whose: str
    strength: int
    found_at: datetime


class Insight(Struct, frozen=True):
    """An insight that holds, and whether any finding of one's own supports it."""

    insight: str
    text: str
    said_at: datetime
    is_own: bool


class Decision(Struct, frozen=True):
    """A decision that was taken."""

    decision: str
    verdict: str
    taken_at: datetime


class Conclusion(Struct, frozen=True):
    """A conclusion in the making, or one that was reached."""

    conclusion: str
    status: str
    supporters: int = 0


class Invitation(Struct, frozen=True):
    """A way to take part, and how many came by it."""

    invitation: str
    opened_at: datetime
    taken_up: int


class Tally(Struct, frozen=True):
    """How many entries of one kind happened on a day."""

    occurred_on: date
    mode: str
    direction: str
    about: str
    amount: int


class Doing(Struct, frozen=True):
    """One time a person took part."""

    occurred_at: datetime
    mode: str


class Question(Struct, frozen=True):
    """Something that was asked and that nobody else has answered."""

    entry: str
    occurred_at: datetime
    text: str


class Turnout(Struct, frozen=True):
    """How many people took part, in how many entries, on how many days."""

    people: int = 0
    entries: int = 0
    days: int = 0
