"""Brings the marks of a pilot into view: counts first, and then only what is to be drawn."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from msgspec import Struct
from sqlalchemy import Connection

from domain.kernel.moments import moment_of
from domain.result.measure import MeasureResult
from projections.engine.as_of import Cut
from projections.timeline.feed import days_of
from projections.timeline.marks_in_view import MarkCount, goes_on, mark_counts, marks_within
from web.timeline.chart.layout import Drawn, draw
from web.timeline.chart.marks import Picture, TimelineItem
from web.timeline.chart.routes import routes
from web.timeline.chart.window import LANES, Window
from web.timeline.names import named
from web.timeline.provenance import Traced
from web.timeline.query import TimelineQuery, window_of

CROWD = 500  # marks in view above which the lanes that hold many are counted in bins
BINS = 72  # bins of a lane at most, and marks of a lane that are drawn one by one in a crowd
BARS = 60  # experiments that find room below each other
RECENT = 45  # days since the last mark for which the picture still goes on to now


class Timeline(Struct, frozen=True):
    """The picture, the days it shows, how much each lane has in them, and all entries by day."""

    picture: Picture
    window: Window
    counts: Mapping[str, int]
    entries: Mapping[str, int]


def timeline_of(
    db: Connection,
    cut: Cut,
    pilot: str,
    *,
    view: TimelineQuery,
    traced: Traced | None,
    measures: Sequence[MeasureResult],
    until: datetime,
    since: datetime | None,
) -> Timeline:
    """Return the timeline of a pilot as a view asks for it.

    `until` is the moment looked from, `since` that of the last review, if there was one.
    """
    sums = mark_counts(db, cut, pilot, view.axis)
    entries = days_of(db, cut, pilot, view.axis)
    window = window_of(view, *_extent(sums, entries, until.date()))
    counts = _in_view(sums, window)
    counts["participation"] = sum(n for day, n in entries.items() if _within(day, window))
    crowded = sum(n for lane, n in counts.items() if lane != "participation") > CROWD
    drawn = Drawn(
        window=window,
        until=until,
        items={
            lane: _items(db, cut, pilot, lane=lane, view=view, window=window, traced=traced)
            for lane in LANES
            if counts[lane] and not _is_binned(lane, counts, crowded=crowded)
            if lane not in view.hidden and lane != "participation"
        },
        sums={
            lane: _by_day(sums, lane)
            for lane in LANES
            if counts[lane] and _is_binned(lane, counts, crowded=crowded)
            if lane not in view.hidden and lane != "participation"
        },
        entries={} if "participation" in view.hidden else entries,
        measures=() if "progress" in view.hidden or view.axis == "recorded" else measures,
        since=since,
        empty=[lane for lane in ("decision", "experiment", "lesson") if lane not in view.hidden],
    )
    picture = draw(drawn, BINS)
    picture.curves = routes(traced.direct, picture.lanes) if traced else []
    return Timeline(picture, window, counts, entries)


def _items(
    db: Connection,
    cut: Cut,
    pilot: str,
    *,
    lane: str,
    view: TimelineQuery,
    window: Window,
    traced: Traced | None,
) -> list[TimelineItem]:
    days = {"first": str(window.first), "last": str(window.last)}
    rows = marks_within(db, cut, pilot, view.axis, lane=lane, limit=CROWD, **days)
    names = named(db, cut, [row["mark"] for row in rows])
    ends = f"{view.axis}_last"
    return [
        TimelineItem(
            key=row["mark"],
            at=moment_of(row[f"{view.axis}_at"]),
            end=None if goes_on(row[ends]) else moment_of(f"{row[ends]}T23:59:59Z"),
            title=names[row["mark"]].title,
            tone=row["tone"] or "",
            lit=traced is not None and row["mark"] in traced.lit,
            chosen=row["mark"] == view.chosen,
        )
        for row in rows
        if row["mark"] in names
    ]


def _is_binned(lane: str, counts: Mapping[str, int], *, crowded: bool) -> bool:
    return counts[lane] > (BARS if lane == "experiment" else BINS if crowded else CROWD)


def _extent(
    sums: Sequence[MarkCount], entries: Mapping[str, int], today: date
) -> tuple[date, date]:
    """Return the first and last day there is anything on; today where something goes on."""
    firsts = [each.first for each in sums] + ([min(entries)] if entries else [])
    lasts = [each.last for each in sums if not goes_on(each.last)] + list(entries) + firsts
    if not firsts:
        return today, today
    first, last = date.fromisoformat(min(firsts)), date.fromisoformat(max(lasts))
    is_recent = any(goes_on(each.last) for each in sums) or (today - last).days < RECENT
    return first, max(last, today) if is_recent else last


def _in_view(sums: Sequence[MarkCount], window: Window) -> Counter[str]:
    first, last = str(window.first), str(window.last)
    counts: Counter[str] = Counter()
    for each in sums:
        counts[each.lane] += each.amount * (each.first <= last and each.last >= first)
    return counts


def _within(day: str, window: Window) -> bool:
    return str(window.first) <= day <= str(window.last)


def _by_day(sums: Sequence[MarkCount], lane: str) -> dict[str, int]:
    days: Counter[str] = Counter()
    for each in sums:
        if each.lane == lane:
            days[each.first] += each.amount
    return days
