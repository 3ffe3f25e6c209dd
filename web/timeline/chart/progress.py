"""The way to the target: measures on one scale, from their start value to what is to be reached."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct

from domain.result.measure import MeasureResult
from web.charts.scale import Scale, noon
from web.i18n.formatting import day_of, number
from web.timeline.chart.text_width import shortened

TALL = 76  # pixels
TARGET, START = (
    22.0,
    66.0,
)  # pixels from the top to the line of the target, and to that of the start
BEYOND = 1.25  # times the way, beyond which a line is drawn no higher
BELOW = -0.12  # of the way, below which it is drawn no lower
APART = 13.0  # pixels from one label to the next
SHOWN = 2  # measures: those that decide
LETTERS = 17  # of a measure's name beside its line
WIDE = 10  # the box is 1,000 wide: percent times ten


class ProgressDot(Struct, frozen=True):
    """A measurement: x in percent, y in pixels, what was measured and when, in words."""

    x: float
    y: float
    says: str
    when: str


class ProgressLine(Struct):
    """The way of one measure, in a box of 1,000 by the height; `label` stands at `label_y`."""

    name: str
    short: str
    path: str
    dots: Sequence[ProgressDot]
    label: str
    label_y: float


class Progress(Struct):
    """The lines of the measures that decide, below the lanes."""

    lines: Sequence[ProgressLine]
    y: float = 0
    height: float = TALL
    target: float = TARGET


def progress_of(measures: Sequence[MeasureResult], scale: Scale) -> Progress | None:
    """Return how far measures have come in the days in view; None where none can be judged."""
    judged = [each for each in measures if each.is_judged and each.measurements][:SHOWN]
    lines = [line for each in judged if (line := _line(each, scale))]
    for above, below in pairwise(sorted(lines, key=_height)):
        below.label_y = max(below.label_y, above.label_y + APART)
    return Progress(lines) if lines else None


def _height(line: ProgressLine) -> float:
    return line.label_y


def _line(measure: MeasureResult, scale: Scale) -> ProgressLine | None:
    unit = "%" if measure.is_share else measure.unit
    days = [(measure.started_on, START, f"{number(float(measure.baseline or 0))} {unit}")]
    for each in measure.measurements:
        way = min(max(float(measure.way(each.value)), BELOW), BEYOND)
        days.append(
            (each.on, START - way * (START - TARGET), f"{number(float(each.value))} {unit}")
        )
    dots = [_dot(scale, *each) for each in days if scale.holds(noon(each[0]))]
    if not dots:
        return None
    before = [height for day, height, _ in days if noon(day) < scale.start]
    corners = [*((0.0, height) for height in before[-1:]), *((dot.x, dot.y) for dot in dots)]
    path = "M" + "L".join(f"{x * WIDE:.5g} {y:g}" for x, y in corners)
    short = shortened(measure.name, LETTERS)
    return ProgressLine(measure.name, short, path, dots, dots[-1].says, dots[-1].y)


def _dot(scale: Scale, day: date, height: float, says: str) -> ProgressDot:
    return ProgressDot(scale(noon(day)), round(height, 1), says, day_of(noon(day)))
