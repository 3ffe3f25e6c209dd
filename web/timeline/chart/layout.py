"""The learning timeline of a pilot: lanes one below the other on one scale of days."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from msgspec import Struct

from domain.kernel.messages import Message
from projections.learning.confidence import MeanConfidence
from web.charts.scale import Scale, noon
from web.timeline.chart.curves import line_of
from web.timeline.chart.lanes import bars_lane, bins_lane, counts_lane, points_lane
from web.timeline.chart.marks import Lane, Picture, TimelineItem
from web.timeline.chart.window import LANES, Window

CIRCLES = 24  # of entries, so that they find room beside each other
MARGIN = 0.025  # of the days in view, left free on both sides
DOTS = 40  # of the line of confidence, so that they stand apart
SURE = 84  # pixels the line of confidence is high


class Drawn(Struct, frozen=True, kw_only=True):
    """What is to be drawn: marks one by one (`items`), or counts by day, for each lane in view.

    `until` is the moment looked from, and `empty` the lanes that are shown even with nothing.
    """

    window: Window
    until: datetime
    items: Mapping[str, Sequence[TimelineItem]]
    sums: Mapping[str, Mapping[str, int]]
    entries: Mapping[str, int]
    sure: Sequence[MeanConfidence]
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
    line = line_of(drawn.sure, scale, SURE, DOTS)
    height = top + (line.height if line else 0)
    if line:
        line.y = top
    now = scale(drawn.until) if scale.holds(drawn.until) else None
    return Picture(lanes=lanes, sure=line, curves=[], ticks=scale.ticks(), height=height, now=now)


def _lane(drawn: Drawn, key: str, name: Message, scale: Scale, bins: int) -> Lane | None:
    if key in drawn.sums:
        stretches = drawn.window.stretches(bins)
        return bins_lane(
            Lane(key, name, "bins"), _binned(drawn.sums[key], stretches), stretches, scale
        )
    if key == "experiment" and key in drawn.items:
        return bars_lane(Lane(key, name, "bars"), drawn.items[key], scale, drawn.until)
    if key in drawn.items:
        return points_lane(Lane(key, name, "points"), drawn.items[key], scale)
    stretches = drawn.window.stretches(CIRCLES)
    counts = _binned(drawn.entries, stretches) if key == "participation" else {}
    if counts:
        return counts_lane(Lane(key, name, "counts"), counts, stretches, scale)
    return Lane(key, name, "points") if key in drawn.empty else None


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
    margin = (ends - begins) * MARGIN
    return Scale(begins - margin, ends + margin)
