"""What rules may ask about one pilot: the parts it has, and a protocol for the read side."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Protocol

from msgspec import Struct

from domain.kernel.moments import day_in
from domain.metrics.participation import Tally
from domain.wording import Lists


class KnownCharter(Struct, frozen=True):
    """What a pilot is, what it is to accomplish, and where it stands."""

    pilot: str
    programme: str
    title: str
    kind: str
    owner: str
    stage: str
    proposed_at: datetime
    time_zone: str = "UTC"
    """That of its programme: days and weeks are those of its clocks."""
    sponsor: str | None = None
    raw_request: str | None = None
    accomplishment: str | None = None
    answered_at: datetime | None = None
    goal_type: str | None = None
    goal: str | None = None
    problem: str | None = None
    started_at: datetime | None = None
    ends_on: date | None = None
    closed_at: datetime | None = None

    def day_of(self, moment: datetime) -> date:
        """Return the day a moment is in where the pilot is at home."""
        return day_in(self.time_zone, moment)

    @property
    def is_exploration(self) -> bool:
        """Tell whether this is a road trip, which is allowed not to know where it goes."""
        return self.kind == "exploration"


class Purpose(Struct, frozen=True):
    """What the pilot is for, whom it asks for what, and how its request was said again."""

    change_or_protect: str | None = None
    for_whom: str | None = None
    whose_belief: str | None = None
    original: str | None = None
    capability: str | None = None
    problem: str | None = None
    why_care: str | None = None
    ask: str | None = None


class Audience(Struct, frozen=True):
    """People the pilot is for, by what interests them."""

    audience: str
    interest: str


class Medium(Struct, frozen=True):
    """A medium that was adopted to help a capability."""

    medium: str
    capability: str
    adopted_at: datetime


class Fit(Struct, frozen=True):
    """How much of an audience is to be found on a medium."""

    medium: str
    audience: str


class Measure(Struct, frozen=True):
    """How one sees whether the pilot accomplishes something."""

    measure: str
    name: str
    kind: str
    cell: str
    defined_at: datetime
    noted_at: datetime
    """When it was written down; a measure cannot be dated back before what it measures."""
    audience: str | None = None
    benefits: str | None = None
    moved_at: datetime | None = None
    measured_at: datetime | None = None

    @property
    def touched_at(self) -> datetime:
        """Return when it was last defined, moved or taken."""
        return max(filter(None, (self.defined_at, self.moved_at, self.measured_at)))


class Area(Struct, frozen=True):
    """How ready one area is for the pilot to grow: its status, such as assessed, made or waived."""

    area: str
    status: str


class KnownExperiment(Struct, frozen=True):
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


class KnownLesson(Struct, frozen=True):
    """A lesson that was neither voided nor superseded.

    `confidence` is in percent as it was said at `sure_at`; `instruct` and `delight` go from 0 to 3.
    """

    lesson: str
    loop: str
    text: str
    learned_at: datetime
    learned_on: date
    learned_by: str
    sure_at: datetime
    confidence: int
    instruct: int
    delight: int
    experiment: str | None = None


class KnownEvidence(Struct, frozen=True):
    """A finding that was not withdrawn; `strength` goes from 1 (hearsay) to 5 (measured)."""

    evidence: str
    whose: str
    strength: int
    found_at: datetime


class KnownInsight(Struct, frozen=True):
    """An insight that holds, and whether any finding of one's own supports it."""

    insight: str
    text: str
    said_at: datetime
    said_on: date
    is_own: bool


class KnownDecision(Struct, frozen=True):
    """A decision that was taken: which way to go on, and when that was decided."""

    decision: str
    verdict: str
    taken_at: datetime
    taken_on: date


class KnownConclusion(Struct, frozen=True):
    """A conclusion in the making, or one that was reached, and how many people support it."""

    conclusion: str
    status: str
    supporters: int = 0


class KnownInvitation(Struct, frozen=True):
    """A way to take part, and how many came by it."""

    invitation: str
    opened_at: datetime
    taken_up: int


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
    """How many people took part, in how many entries, on how many days, each once."""

    people: int = 0
    entries: int = 0
    days: int = 0


class Known(Protocol):
    """What was known about a pilot at one moment; a part is looked up when a rule asks for it.

    Lists hold what stands: nothing voided, withdrawn, retired or superseded.
    """

    @property
    def charter(self) -> KnownCharter:
        """Return what the pilot is, and where it stands."""

    @property
    def purpose(self) -> Purpose:
        """Return what it is for."""

    @property
    def passed(self) -> Mapping[str, bool]:
        """Return the gates that were passed for a reason, and whether each is still open for it."""

    @property
    def lists(self) -> Lists:
        """Return the words that rules about texts look for."""

    @property
    def audiences(self) -> tuple[Audience, ...]:
        """Return whom it is for."""

    @property
    def capabilities(self) -> tuple[str, ...]:
        """Return what people are to become able to do."""

    @property
    def media(self) -> tuple[Medium, ...]:
        """Return what it works with."""

    @property
    def fits(self) -> tuple[Fit, ...]:
        """Return which audience is known to be on which medium."""

    @property
    def measures(self) -> tuple[Measure, ...]:
        """Return how it is measured."""

    @property
    def experiments(self) -> tuple[KnownExperiment, ...]:
        """Return its experiments, the one planned first first."""

    @property
    def lessons(self) -> tuple[KnownLesson, ...]:
        """Return its lessons, oldest first."""

    @property
    def evidence(self) -> tuple[KnownEvidence, ...]:
        """Return its findings, oldest first."""

    @property
    def insights(self) -> tuple[KnownInsight, ...]:
        """Return its insights, oldest first."""

    @property
    def decisions(self) -> tuple[KnownDecision, ...]:
        """Return the decisions about it, oldest first."""

    @property
    def conclusions(self) -> tuple[KnownConclusion, ...]:
        """Return what is being concluded, oldest first."""

    @property
    def readiness(self) -> tuple[Area, ...]:
        """Return how ready each area is."""

    @property
    def invitations(self) -> tuple[KnownInvitation, ...]:
        """Return the ways to take part, oldest first."""

    @property
    def turnout(self) -> Turnout:
        """Return how many took part, how often, on how many days."""

    @property
    def modes(self) -> Mapping[str, int]:
        """Return how many entries there are of each mode."""

    @property
    def thanks(self) -> int:
        """Return how many entries somebody on the receiving side found useful."""

    def tallies(self, since: date) -> tuple[Tally, ...]:
        """Return the entries of each day from a day on."""

    def doings(self, person: str) -> tuple[Doing, ...]:
        """Return when a person took part and how, oldest first; the newest 500 times."""

    def name_of(self, person: str) -> str:
        """Return what a person is called."""

    def unanswered(self, before: datetime) -> tuple[Question, ...]:
        """Return what was asked before a moment and not answered, oldest first."""

    def exchanged(self, experiment: str) -> datetime | None:
        """Return since when two people of an experiment have both reached each other."""

    def held_in(self, lessons: Iterable[str]) -> Mapping[str, int]:
        """Return in how many pilots each lesson held, its own among them."""
