"""What the learning timeline is drawn from, and what the template draws."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby

from msgspec import Struct, field

from domain.kernel.messages import Message, Text
from web.charts.scale import Tick
from web.timeline.chart.progress import Progress

TOLD = 4  # things of a story


class TimelineItem(Struct, frozen=True, kw_only=True):
    """Something to be drawn at a moment, or from then to an end; `key` is the thing it stands for.

    `lit` says that the chosen mark came from it or led to it.
    """

    key: str
    at: datetime
    end: datetime | None = None
    title: Text
    tone: str = ""
    lit: bool = False
    chosen: bool = False


class Mark(Struct, kw_only=True):
    """Something drawn in a lane: x and width `w` in percent; y, height `h`, radius `r` in pixels.

    It stands for one thing (`key`), or for an `amount` of things from a `first` to a `last` day.
    """

    x: float
    y: float
    w: float = 0
    h: float = 0
    r: float = 0
    key: str = ""
    at: date | None = None
    """The day it happened, of one thing."""
    title: str = ""
    label: str = ""
    side: str = ""
    tone: str = ""
    when: str
    amount: int = 1
    first: str = ""
    last: str = ""
    lit: bool = False
    chosen: bool = False
    taken: tuple[float, float] = (0.0, 0.0)
    """From where to where it and its label reach, in percent, in the narrowest picture."""


class Lane(Struct):
    """One row of the picture; `kind` says what its marks are: points, bars, bins, or counts."""

    key: str
    name: Message
    kind: str
    y: float = 0
    height: float = 50
    marks: list[Mark] = field(default_factory=list)

    @property
    def middle(self) -> float:
        """Return the middle of the lane, in pixels from the top of the picture."""
        return self.y + self.height / 2


class Picture(Struct, kw_only=True):
    """Everything the template draws."""

    lanes: list[Lane]
    progress: Progress | None
    curves: list[str]
    """The ways from what was there first to what came of it, of what is chosen."""
    ticks: list[Tick]
    height: float
    now: float | None
    since: float | None
    """From where on all is new since the last review, in percent."""

    @property
    def count(self) -> int:
        """Return how many things are drawn, those in bins with them; entries are not."""
        return sum(
            mark.amount for lane in self.lanes if lane.kind != "counts" for mark in lane.marks
        )

    @property
    def entries(self) -> int:
        """Return how many entries are counted."""
        return sum(
            mark.amount for lane in self.lanes if lane.kind == "counts" for mark in lane.marks
        )

    @property
    def story(self) -> Sequence[tuple[date, Sequence[tuple[Lane, Mark]]]]:
        """Return the newest things drawn, by the first day of their month, the newest first."""
        things = [(lane, mark) for lane in self.lanes for mark in lane.marks if mark.at]
        things.sort(key=lambda pair: pair[1].at or date.min, reverse=True)
        months = groupby(things[:TOLD], lambda pair: (pair[1].at or date.min).replace(day=1))
        return [(month, list(pairs)) for month, pairs in months]

    @property
    def untold(self) -> int:
        """Return how many things the story leaves out."""
        return max(self.count - TOLD, 0)

    @property
    def is_binned(self) -> bool:
        """Tell whether some lane counts its marks, as there are too many to be drawn."""
        return any(lane.kind == "bins" for lane in self.lanes)
