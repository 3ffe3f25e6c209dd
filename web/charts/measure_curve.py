"""The curve of a measure, from its start value to its target: x in percent, y in pixels."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct

from domain.result.measure import MeasureResult
from web.charts.scale import Scale, Tick, noon
from web.charts.smooth import through

AHEAD = timedelta(weeks=12)  # what is drawn of a course nobody has measured yet
SIDE = 2.5  # percent left free on both sides, so that a dot is seen whole
CLOSE = 17.0  # pixels within which two labels would run into each other
RIGHT = 66.0  # percent from which on a label of the newest value reaches the target's
MARGIN = Decimal("0.14")  # of the height between smallest and largest value, above and below them
TICKS_FEWEST = 2


class Dot(Struct, frozen=True):
    """A measurement in the picture."""

    x: float
    y: float


class MeasureCurve(Struct, frozen=True, kw_only=True):
    """Everything a template draws of one measure."""

    tall: float
    """Pixels the curve has; below it there may be room for the names of months."""
    path: str
    """The line, in a box of 100 by `tall`; a straight one from dot to dot."""
    planned: str
    """The way from start to target while nobody has measured."""
    dots: Sequence[Dot]
    """The measurements but the newest."""
    start: Dot | None
    now: Dot | None
    target: float | None
    """Where the line of the target lies."""
    zone: tuple[float, float] | None
    """Top and height of the side that counts as reached."""
    today: float
    """Where today lies; what comes after it is ahead."""
    decided: float | None
    """Where the day of a decision lies."""
    target_left: bool
    """Whether the label of the target stands at the left, away from the newest value's."""
    target_above: bool
    start_above: bool
    ticks: Sequence[Tick]


def measure_curve(
    measure: MeasureResult,
    tall: float,
    today: date,
    ends_on: date | None = None,
    decided_on: date | None = None,
) -> MeasureCurve | None:
    """Lay a measure out until today, or until its pilot ends; None where there is no line.

    The day something was decided is marked, where it lies within.
    """
    points = [(each.on, each.value) for each in measure.measurements]
    if measure.baseline is not None:
        points.insert(0, (measure.started_on, measure.baseline))
    planned = not measure.measurements and measure.is_judged
    if len(points) < (1 if planned else 2):
        return None
    last = max(points[-1][0], today, ends_on or today)
    last = max(last, today + AHEAD) if planned and not ends_on else last
    scale = Scale(noon(points[0][0]), noon(max(last, points[0][0] + timedelta(days=1))))
    level = _levels([value for _, value in points], measure.target, tall)
    dots = [Dot(_across(scale(noon(day))), level(value)) for day, value in points]
    aim = None if measure.target is None else level(measure.target)
    return MeasureCurve(
        tall=tall,
        path="M" + " L".join(f"{dot.x:g} {dot.y:g}" for dot in dots) if len(dots) > 1 else "",
        planned=through([(dots[0].x, dots[0].y), (100 - SIDE, aim or 0)]) if planned else "",
        dots=dots[1 if measure.baseline is not None else 0 : -1],
        start=dots[0] if measure.baseline is not None else None,
        now=None if planned else dots[-1],
        target=aim,
        zone=_zone(aim, tall, grows=measure.grows)
        if aim is not None and measure.is_judged
        else None,
        today=_across(scale(noon(today))),
        decided=_across(scale(noon(decided_on)))
        if decided_on and scale.holds(noon(decided_on))
        else None,
        target_left=_is_crowded(dots[-1], aim, grows=measure.grows) and not planned,
        target_above=measure.grows,
        start_above=not measure.grows,
        ticks=[] if len(ticks := scale.ticks()) < TICKS_FEWEST else _placed(ticks),
    )


def _across(x: float) -> float:
    return round(SIDE + x * (100 - 2 * SIDE) / 100, 2)


def _placed(ticks: Sequence[Tick]) -> list[Tick]:
    return [Tick(_across(each.x), each.label, each.year) for each in ticks]


def _levels(
    values: Sequence[Decimal], target: Decimal | None, tall: float
) -> Callable[[Decimal], float]:
    """Return what places a value between the bottom and the top."""
    shown = [*values, *([] if target is None else [target])]
    room = (max(shown) - min(shown)) or Decimal(1)
    low, high = min(shown) - room * MARGIN, max(shown) + room * MARGIN

    def level(value: Decimal) -> float:
        return round(tall * float((high - value) / (high - low)), 1)

    return level


def _zone(aim: float, tall: float, *, grows: bool) -> tuple[float, float]:
    return (0.0, aim) if grows else (aim, round(tall - aim, 1))


def _is_crowded(now: Dot, aim: float | None, *, grows: bool) -> bool:
    if aim is None or now.x < RIGHT:
        return False
    label = aim - 5 if grows else aim + 13
    return abs(now.y - 6 - label) < CLOSE
