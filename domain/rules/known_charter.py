"""The parts of what is known about a pilot, as rules see them: what it is for and works with."""

from datetime import date, datetime

from msgspec import Struct


class Charter(Struct, frozen=True):
    """What a pilot is, what it is to accomplish, and where it stands."""

    pilot: str
    programme: str
    title: str
    kind: str
    owner: str
    stage: str
    proposed_at: datetime
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
    """How ready one area is for the pilot to grow."""

    area: str
    status: str
