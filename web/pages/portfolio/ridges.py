"""Ridges: what each pilot logged over time, as hills on one scale, with dots for lessons."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from msgspec import Struct

from projections.portfolio.activity import PilotActivity
from web.charts.scale import Scale, Tick, noon

BINS = 96  # equal stretches of the whole time
BASE, TOP = 28.0, 2.0  # pixels from above: where a hill stands, and where the tallest ends
KERNEL = (1, 4, 6, 4, 1)  # what a stretch and its neighbours count for (binomial smoothing)
CLOSE = 1.7  # percent of the width within which lessons share a dot
SMALL, GROWS, LARGE = 2.4, 0.9, 6.0  # pixels: radius of a dot, what a lesson adds, and the most


class LessonDot(Struct):
    """Lessons that fell close together; `x` is in percent, `r` in pixels."""

    x: float
    lessons: int
    day: str
    """Day of the first of them."""

    @property
    def r(self) -> float:
        """Return its radius in pixels, which grows with its lessons up to a largest one."""
        return min(SMALL + GROWS * self.lessons, LARGE)


class Ridge(Struct, frozen=True, kw_only=True):
    """The row of one pilot; `hill` is a path in a box of 1000 by 30."""

    way: PilotActivity
    hill: str
    x0: float
    x1: float
    dots: tuple[LessonDot, ...]
    entries: int
    lessons: int
    years: Mapping[str, int]
    """Entries by year."""


class Ridges(Struct, frozen=True, kw_only=True):
    """All rows; a row is None where that pilot was not known then, so that no other moves."""

    rows: tuple[Ridge | None, ...]
    ticks: Sequence[Tick]
    now: float | None
    years: tuple[str, ...]
    tallest: int
    """Entries in the fullest stretch, as known now."""
    days: int
    """Days of one stretch, to the nearest."""


def draw_ridges(
    pilots: Sequence[str],
    then: Mapping[str, PilotActivity],
    now: Mapping[str, PilotActivity],
    scale: Scale,
    moment: datetime,
) -> Ridges:
    """Lay the rows out; the tallest hill of what is known now is as tall as a row."""
    bins = {pilot: _binned(way.logged, scale) for pilot, way in now.items()}
    most = max((max(_smooth(each)) for each in bins.values()), default=0.0)
    past = {} if then is now else {p: _binned(way.logged, scale) for p, way in then.items()}
    rows = tuple(
        _ridge(then[pilot], (bins | past)[pilot], scale, most) if pilot in then else None
        for pilot in pilots
    )
    return Ridges(
        rows=rows,
        ticks=scale.ticks(),
        now=scale(moment) if scale.holds(moment) else None,
        years=tuple(sorted({year for row in rows if row for year in row.years})),
        tallest=max((max(each) for each in bins.values()), default=0),
        days=max(1, round((scale.end - scale.start).days / BINS)),
    )


def _ridge(way: PilotActivity, bins: Sequence[int], scale: Scale, most: float) -> Ridge:
    years: dict[str, int] = {}
    for day, amount in way.logged.items():
        years[day[:4]] = years.get(day[:4], 0) + amount
    heights = _smooth(bins)
    filled = [place for place, height in enumerate(heights) if height]
    first, last = (filled[0], filled[-1] + 1) if filled else (0, 0)
    return Ridge(
        way=way,
        hill=_hill(heights, most, range(first, last)) if filled else "",
        x0=round(first * 100 / BINS, 2),
        x1=round(last * 100 / BINS, 2),
        dots=_dots(way.learned, scale),
        entries=sum(way.logged.values()),
        lessons=sum(way.learned.values()),
        years=years,
    )


def _binned(days: Mapping[str, int], scale: Scale) -> list[int]:
    bins, first = [0] * BINS, noon(scale.start.date()) - scale.start
    long = (scale.end - scale.start) / BINS
    for day, amount in days.items():
        passed = (date.fromisoformat(day) - scale.start.date()) + first
        bins[min(max(passed // long, 0), BINS - 1)] += amount
    return bins


def _smooth(bins: Sequence[int]) -> list[float]:
    half = len(KERNEL) // 2
    padded = [0] * half + list(bins) + [0] * half
    whole = sum(KERNEL)
    return [
        sum(weight * padded[place + n] for n, weight in enumerate(KERNEL)) / whole
        for place in range(len(bins))
    ]


def _hill(heights: Sequence[float], most: float, stretches: range) -> str:
    """Return a line over the tops; where it is flat, its inner points are left out."""
    room = 1000 / BINS
    tops = [f"{BASE - height / most * (BASE - TOP):.3g}" for height in heights]
    points = [f"{stretches[0] * room:.0f} {BASE:.0f}"]
    for place in stretches:
        around = tops[max(place - 1, 0) : place + 2]
        if len(set(around)) > 1 or place in (stretches[0], stretches[-1]):
            points.append(f"{(place + 0.5) * room:.0f} {tops[place]}")
    points.append(f"{(stretches[-1] + 1) * room:.0f} {BASE:.0f}")
    return f"M{'L'.join(points)}"


def _dots(days: Mapping[str, int], scale: Scale) -> tuple[LessonDot, ...]:
    dots: list[LessonDot] = []
    for day, amount in sorted(days.items()):
        x = scale(noon(date.fromisoformat(day)))
        if dots and x - dots[-1].x < CLOSE:
            dots[-1].lessons += amount
        else:
            dots.append(LessonDot(x, amount, day))
    return tuple(dots)
