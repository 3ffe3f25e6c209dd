"""Fills the lanes of the learning timeline: points, bars, and columns that count."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from domain.kernel.messages import say
from web.charts.scale import Scale, noon
from web.i18n.formatting import day_of, span_of
from web.timeline.chart.marks import Lane, Mark, TimelineItem
from web.timeline.chart.packing import PackedMark, place
from web.timeline.chart.text_width import shortened

WIDTH = 790  # pixels the picture has at least, for what fits beside what
ROW, BAR = 19, 26  # pixels from row to row
TOP, FOOT = 16, 16  # pixels to the middle of the first row, and from that of the last
ROWS = {"decision": 3, "finding": 6, "lesson": 6, "value": 4, "experiment": 60}
LETTERS = (24, 60, 44, 32)  # of a label: what it should have, and what it may have
LEAST = 1.4  # percent a bar is wide at least
BARS_TOP = 6  # pixels above the first row of bars
TALLEST = 26  # pixels of the tallest column


def points_lane(lane: Lane, items: Sequence[TimelineItem], scale: Scale, until: datetime) -> Lane:
    """Fill a lane with marks, in rows so that their labels stand apart."""
    now = scale(until)
    spots = [_spot(item, scale(item.at), now) for item in items]
    rows = place(spots, ROWS[lane.key], WIDTH)
    lane.height = TOP + ROW * (rows - 1) + FOOT
    for item, spot in zip(items, spots, strict=True):
        lane.marks.append(_mark(item, spot, TOP + spot.row * ROW, day_of(item.at)))
    return lane


def bars_lane(lane: Lane, items: Sequence[TimelineItem], scale: Scale, until: datetime) -> Lane:
    """Fill a lane with experiments from their begin to their end, in as few rows as they need."""
    spots, now = [], scale(until)
    for item in items:
        x, end = scale(item.at), scale(max(item.end or until, item.at))
        width = max(end - x, LEAST)
        spots.append(_spot(item, min(x, 100 - width), now, width))
    rows = place(spots, ROWS[lane.key], WIDTH)
    lane.height = BARS_TOP + BAR * rows + 3
    for item, spot in zip(items, spots, strict=True):
        when = (
            span_of(item.at, item.end)
            if item.end
            else str(say("from {day} on", day=day_of(item.at)))
        )
        mark = _mark(item, spot, BARS_TOP + spot.row * BAR, when)
        mark.w = round(spot.bar, 2)
        lane.marks.append(mark)
    return lane


def bins_lane(
    lane: Lane, counts: Mapping[int, int], stretches: Sequence[tuple[date, date]], scale: Scale
) -> Lane:
    """Fill a lane with columns that count the marks, or the entries, of equal stretches of days."""
    most = max(counts.values(), default=1)
    lane.height = TALLEST + 16
    for number, amount in sorted(counts.items()):
        mark = _counting(stretches[number], amount, scale)
        mark.h = round(max(3.0, TALLEST * amount / most), 1)
        mark.y = 8 + TALLEST - mark.h
        lane.marks.append(mark)
    return lane


def _spot(item: TimelineItem, x: float, now: float, bar: float = 0) -> PackedMark:
    label, *longer = (shortened(str(item.title), letters) for letters in LETTERS)
    edge = now if x < now else 100
    return PackedMark(x, label, longer, bar, first=item.chosen, edge=edge)


def _mark(item: TimelineItem, spot: PackedMark, y: float, when: str) -> Mark:
    return Mark(
        x=round(spot.x, 2),
        y=y,
        key=item.key,
        at=item.at.date(),
        title=str(item.title),
        label=spot.label if spot.side else "",
        side=spot.side,
        tone=item.tone,
        when=when,
        lit=item.lit,
        chosen=item.chosen,
        taken=spot.taken,
    )


def _counting(stretch: tuple[date, date], amount: int, scale: Scale) -> Mark:
    first, last = stretch
    x, end = scale(noon(first, -12)), scale(noon(last, 12))
    when = span_of(noon(first), noon(last))
    w = round(end - x, 3)
    return Mark(x=x, y=0, w=w, when=when, amount=amount, first=str(first), last=str(last))
