"""Fills the lanes of the learning timeline: points, bars, and counts."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from domain.moments import moment_of
from web.charts.marks import Bar, Lane, Mark, Point
from web.charts.packing import Rows
from web.charts.scale import Scale

WIDTH = 900  # pixels the picture is expected to have, for what fits beside what
BINS = 28


def points_lane(lane: Lane, points: Sequence[Point], scale: Scale, *, rows: int = 1) -> Lane:
    """Fill a lane with the facts of its kind, in rows so that their labels stand apart."""
    packed = Rows(rows, WIDTH)
    for point in sorted((p for p in points if p.lane == lane.key), key=lambda p: p.at):
        if not scale.holds(point.at):
            continue
        x = scale(point.at)
        row, side = packed.place(x, point.label)
        y = lane.height / 2 + (row - (rows - 1) / 2) * 21
        when = f"{point.at:%Y-%m-%d}"
        lane.marks.append(Mark(x=x, y=y, label=point.label, side=side, when=when, href=point.href))
    return lane


def bars_lane(bars: Sequence[Bar], scale: Scale, until: datetime) -> Lane:
    """Return the lane of experiments, packed into as few rows as they need."""
    packed = Rows(99, WIDTH)
    lane = Lane("experiment", "Experiments", 0, 50)
    for bar in sorted(bars, key=lambda bar: bar.start):
        end = bar.end or until
        if end < scale.start or bar.start > scale.end:
            continue
        x = scale(bar.start)
        width = max(scale(end) - x, 1.2)
        row, side = packed.place(x, bar.label, width)
        when = f"{bar.start:%Y-%m-%d} to {bar.end:%Y-%m-%d}" if bar.end else f"{bar.start:%Y-%m-%d}"
        mark = Mark(x=x, y=13 + row * 27, w=width, label=bar.label, when=when, href=bar.href)
        mark.side, mark.tone = side, bar.tone
        lane.marks.append(mark)
        lane.height = max(lane.height, 49 + row * 27)
    return lane


def days_lane(days: Mapping[str, int], scale: Scale, href: str) -> Lane:
    """Return the lane that counts entries in equal stretches of time."""
    lane = Lane("participation", "Taking part", 0, 54)
    length = (scale.end - scale.start) / BINS
    bins: dict[int, int] = {}
    for day, amount in days.items():
        if scale.holds(noon(day)):
            place = int((noon(day) - scale.start) / length)
            bins[place] = bins.get(place, 0) + amount
    most = max(bins.values(), default=1)
    for place, amount in sorted(bins.items()):
        middle = scale.start + length * (place + 0.5)
        mark: dict[str, Any] = {
            "x": scale(middle),
            "y": 27,
            "r": round(7 + 9 * (amount / most) ** 0.5, 1),
        }
        start = scale.start + length * place
        when = f"{start:%Y-%m-%d} to {start + length:%Y-%m-%d}"
        lane.marks.append(Mark(**mark, label=f"{amount:,}", when=when, href=href))
    return lane


def noon(day: str) -> datetime:
    """Return the middle of a day."""
    return moment_of(f"{day}T12:00:00+00:00").astimezone(UTC)
