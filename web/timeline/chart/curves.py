"""Lines of the timeline: from a source to what came of it, and how sure a pilot is over time."""

from collections.abc import Iterable, Sequence
from datetime import date

from projections.learning.confidence import MeanConfidence
from projections.learning.provenance import LineageLink
from web.charts.scale import Scale, noon
from web.charts.smooth import through
from web.i18n.formatting import day_of
from web.timeline.chart.marks import Lane, LinePoint, Mark, PercentLine

WIDE = 10  # the box is 1,000 wide: percent times ten
LIFT = 26  # pixels a line between two marks of one row rises


def curves(ties: Iterable[LineageLink], lanes: Sequence[Lane]) -> list[str]:
    """Return the path of each tie both ends of which are drawn, in a box of 1,000 by the height."""
    drawn = {mark.key: (lane, mark) for lane in lanes for mark in lane.marks if mark.key}
    return [
        _between(drawn[tie.source], drawn[tie.outcome])
        for tie in ties
        if tie.source in drawn and tie.outcome in drawn
    ]


def line_of(
    means: Sequence[MeanConfidence], scale: Scale, height: float, most: int
) -> PercentLine | None:
    """Return the line of how sure the lessons are on average; at most `most` of its points."""
    within = [each for each in means if scale.holds(noon(date.fromisoformat(each.day)))]
    before = [each for each in means if noon(date.fromisoformat(each.day)) < scale.start]
    if not within and not before:
        return None
    step = -(-len(within) // most) or 1
    dots = [_dot(each, scale, height) for each in within[::-1][::step][::-1]]
    points = [(dot.x * WIDE, dot.y) for dot in dots]
    if before:
        points.insert(0, (0, _y(before[-1].percent.value or 0.0, height)))
    path = through(points)
    area = f"{path}V{height:g}H{points[0][0]:g}Z"
    return PercentLine(0, height, path, area, dots)


def _between(source: tuple[Lane, Mark], outcome: tuple[Lane, Mark]) -> str:
    (x0, y0), (x1, y1) = _leaves(*source), _arrives(*outcome)
    middle = (y0 + y1) / 2 if abs(y1 - y0) > LIFT else min(y0, y1) - LIFT
    return f"M{x0:g} {y0:g}C{x0:g} {middle:g} {x1:g} {middle:g} {x1:g} {y1:g}"


def _leaves(lane: Lane, mark: Mark) -> tuple[float, float]:
    end = mark.x + mark.w
    return round(end * WIDE, 1), mark.y + 22 if lane.kind == "bars" else mark.y


def _arrives(lane: Lane, mark: Mark) -> tuple[float, float]:
    return round(mark.x * WIDE, 1), mark.y + 11 if lane.kind == "bars" else mark.y


def _dot(mean: MeanConfidence, scale: Scale, height: float) -> LinePoint:
    at = noon(date.fromisoformat(mean.day))
    percent = mean.percent.value or 0.0
    y = _y(percent, height)
    return LinePoint(scale(at), y, round(percent, 1), mean.lessons, day_of(at))


def _y(percent: float, height: float) -> float:
    return round(height - 4 - percent / 100 * (height - 28), 1)
