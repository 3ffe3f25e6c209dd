"""The learning timeline of a pilot: lanes with marks, bars and counts."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from web.charts.lanes import bars_lane, days_lane, noon, points_lane
from web.charts.marks import Bar, Lane, Picture, Point
from web.charts.scale import Scale
from web.moments import EARLIEST, LATEST

SPANS = {"180d": ("6 m", 180), "90d": ("3 m", 90), "30d": ("1 m", 30)}


def draw(
    points: Sequence[Point],
    bars: Sequence[Bar],
    days: Mapping[str, int],
    *,
    until: datetime,
    span: str,
    href_of_days: str,
) -> Picture:
    """Lay out the timeline; `until` is the moment looked from, `days` are entries by day."""
    scale = _scale(points, bars, days, until, span)
    lanes = [
        points_lane(Lane("decision", "Decisions", 0, 50), points, scale),
        bars_lane(bars, scale, until),
        points_lane(Lane("finding", "Findings", 0, 46), points, scale),
        points_lane(Lane("lesson", "Lessons", 0, 76), points, scale, rows=3),
        days_lane(days, scale, href_of_days),
    ]
    kept = [lane for lane in lanes if lane.marks or lane.key != "finding"]
    top = 0.0
    for lane in kept:
        for mark in lane.marks:
            mark.y += top
        lane.y, top = top, top + lane.height
    now = scale(until) if scale.holds(until) else None
    return Picture(kept, scale.ticks(), top, now)


def _scale(
    points: Sequence[Point],
    bars: Sequence[Bar],
    days: Mapping[str, int],
    until: datetime,
    span: str,
) -> Scale:
    known = [point.at for point in points] + [bar.start for bar in bars]
    known += [bar.end for bar in bars if bar.end]
    known += [noon(day) for day in (min(days), max(days))] if days else []
    first, last = (min(known), max(known)) if known else (until - timedelta(days=30), until)
    running = any(bar.end is None for bar in bars) or until - last < timedelta(days=45)
    end = max(last, until) if running else last
    if span in SPANS:
        first = max(first, end - timedelta(days=SPANS[span][1]))
    first, end = max(first, EARLIEST), min(end, LATEST)
    margin = max((end - first) * 0.03, timedelta(hours=6))
    return Scale(first - margin, end + margin)
