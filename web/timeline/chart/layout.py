"""The learning timeline of a pilot: lanes one below the other on one scale of days."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from msgspec import Struct

from domain.kernel.messages import Message, say
from domain.metrics.weeks import WEEK
from domain.result.measure import MeasureResult
from web.charts.scale import Scale, noon
from web.timeline.chart.lanes import bars_lane, bins_lane, points_lane
from web.timeline.chart.marks import Lane, Picture, TimelineItem
from web.timeline.chart.progress import progress_of
from web.timeline.chart.window import LANES, Window

COLUMNS = 60  # of entries at most
DAYS = 31  # up to which entries are counted by day
MARGIN, AFTER = 0.025, 0.06  # of the days in view, left free before them and after


class Drawn(Struct, frozen=True, kw_only=True):
    """What is to be drawn: marks one by one (`items`), or counts by day, for each lane in view.

    `until` is the moment looked from, `since` that of the last review, `measures` those whose way
    to the target is drawn, and `empty` the lanes that are shown even with nothing.
    """

    window: Window
    until: datetime
    items: Mapping[str, Sequence[TimelineItem]]
    sums: Mapping[str, Mapping[str, int]]
    entries: Mapping[str, int]
    measures: Sequence[MeasureResult]
    since: datetime | None = None
    empty: Sequence[str] = ()


def draw(drawn: Drawn, bins: int) -> Picture:
    """Lay the lanes out below each other; lanes that are counted have at most so many `bins`."""
    scale = _scale(drawn.window)
    lanes = [lane for key, name in LANES.items() if (lane := _lane(drawn, key, name, scale, bins))]
    top = 0.0
    for lane in lanes:
        for mark in lane.marks:
            mark.y += top
        lane.y, top = top, top + lane.height
    if progress := progress_of(drawn.measures, scale):
        progress.y, top = top, top + progress.height
    return Picture(
        lanes=lanes,
        progress=progress,
        curves=[],
        ticks=scale.ticks(),
        height=top,
        now=_within(drawn.until, scale),
        since=_within(drawn.since, scale),
    )


def _within(moment: datetime | None, scale: Scale) -> float | None:
    return scale(moment) if moment and scale.holds(moment) else None


def _lane(drawn: Drawn, key: str, name: Message, scale: Scale, bins: int) -> Lane | None:
    if key in drawn.sums:
        stretches = drawn.window.stretches(bins)
        return bins_lane(
            Lane(key, name, "bins"), _binned(drawn.sums[key], stretches), stretches, scale
        )
    if key == "experiment" and key in drawn.items:
        return bars_lane(Lane(key, name, "bars"), drawn.items[key], scale, drawn.until)
    if key in drawn.items:
        return points_lane(Lane(key, name, "points"), drawn.items[key], scale, drawn.until)
    if key == "participation":
        return _entries(drawn, scale)
    return Lane(key, name, "points") if key in drawn.empty else None


def _entries(drawn: Drawn, scale: Scale) -> Lane | None:
    """Return a lane with the entries of each week; of each day or of more where that fits."""
    days = drawn.window.days
    step = 1 if days <= DAYS else max(WEEK.days, -(-days // COLUMNS))
    name = {1: say("Entries a day"), WEEK.days: say("Entries a week")}.get(step, say("Entries"))
    stretches = drawn.window.every(step)
    counts = _binned(drawn.entries, stretches)
    if not counts:
        return None
    return bins_lane(Lane("participation", name, "counts"), counts, stretches, scale)


def _binned(days: Mapping[str, int], stretches: Sequence[tuple[date, date]]) -> dict[int, int]:
    first, last = stretches[0][0], stretches[-1][1]
    length = (stretches[0][1] - first).days + 1
    bins: Counter[int] = Counter()
    for text, amount in days.items():
        if first <= (day := date.fromisoformat(text)) <= last:
            bins[(day - first).days // length] += amount
    return dict(bins)


def _scale(window: Window) -> Scale:
    begins, ends = noon(window.first, -12), noon(window.last, 12)
    days = ends - begins
    return Scale(begins - days * MARGIN, ends + days * AFTER)
