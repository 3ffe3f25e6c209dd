"""What the learning timeline is drawn from, and what the template draws."""

from datetime import datetime

from msgspec import Struct, field

from web.charts.scale import Tick


class Mark(Struct, kw_only=True):
    """Something drawn in a lane; `w` is a bar's width in percent, `r` a circle's radius."""

    x: float
    y: float
    w: float = 0
    r: float = 0
    label: str
    side: str = ""
    tone: str = ""
    when: str
    href: str


class Lane(Struct):
    """One row of the picture."""

    key: str
    name: str
    y: float
    height: float
    marks: list[Mark] = field(default_factory=list)

    @property
    def middle(self) -> float:
        """Return the middle of the lane."""
        return self.y + self.height / 2


class Picture(Struct):
    """Everything the template draws."""

    lanes: list[Lane]
    ticks: list[Tick]
    height: float
    now: float | None

    @property
    def count(self) -> int:
        """Return how many marks are drawn."""
        return sum(len(lane.marks) for lane in self.lanes)


class Point(Struct, frozen=True):
    """A fact to be drawn at one moment."""

    lane: str
    at: datetime
    label: str
    href: str


class Bar(Struct, frozen=True):
    """An experiment to be drawn from its start to its end."""

    start: datetime
    end: datetime | None
    label: str
    tone: str
    href: str
