"""The numbers on a pilot's page: what it learned, and who takes part."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct
from sqlalchemy import RowMapping

from domain.rules.cycle_time import quarters_of_loops
from projections.learning.confidence import mean_confidence
from projections.learning.highlights import LessonReach, Quote, quote_of, reach_of
from projections.participation.participants import OnTarget, on_target
from projections.pilot.figures import Figures
from projections.timeline.feed import days_of
from projections.value.totals import ValueTotal
from web.aspects.view import Looking
from web.charts.value_bars import ValueBars, value_bars_of
from web.charts.week_heatmap import WeekHeatmap, week_heatmap
from web.http.page import Part
from web.http.reading import Reading
from web.pages.pilot.overview import LoopState, loops_of
from web.pages.pilot.sparks import Spark, spark


class FiguresPart(Part):
    """What a pilot learned, in numbers."""

    figures: Figures
    glance: "Glance"
    loops: LoopState


class PresencePart(Part):
    """Who takes part in a pilot, in numbers, and the rhythm of its days."""

    figures: Figures
    on_target: OnTarget | None
    rhythm: WeekHeatmap | None
    weekly: Spark | None


def figures(reading: Reading, looking: Looking, pilot: RowMapping) -> FiguresPart:
    """Return what the pilot learned, in numbers, for the region of that name."""
    del reading, pilot
    return FiguresPart(
        figures=looking.known.figures, glance=glance_of(looking), loops=loops_of(looking)
    )


def presence(reading: Reading, looking: Looking, pilot: RowMapping) -> PresencePart:
    """Return who takes part in the pilot, in numbers."""
    del pilot
    days = days_of(looking.db, looking.cut, looking.pilot, reading.axis)
    return presence_beside(looking, week_heatmap(days))


def presence_beside(looking: Looking, beats: WeekHeatmap | None) -> PresencePart:
    """Return who takes part in the pilot, in numbers, beside the rhythm of its days."""
    return PresencePart(
        figures=looking.known.figures,
        on_target=on_target(looking.db, looking.cut, looking.pilot),
        rhythm=beats,
        weekly=spark([column.amount for column in beats.columns]) if beats else None,
    )


class Trajectory(Struct, frozen=True):
    """A number as it is now, as it was when it was first known, and the way between them."""

    now: float
    first: float
    moments: int
    """How many times it is known for."""
    line: Spark | None


class ValueSum(Struct, frozen=True):
    """What was discovered in one unit, how much of it nobody had planned, and what more there is.

    The unit is the one in which most values have an amount.
    """

    unit: str
    got: Decimal
    unplanned: Decimal
    values: int
    other_units: int

    @property
    def share(self) -> float:
        """Return what nobody had planned as a share of all that was discovered (0 to 1)."""
        return float(self.unplanned / self.got) if self.got > 0 else 0.0


class Glance(Struct, frozen=True):
    """Each is None where nothing is known of it."""

    sure: Trajectory | None
    """Percent: the mean of how sure the lessons that stand are."""
    days: Trajectory | None
    """Median days from the plan of an experiment to the close of its turn, by quarter."""
    reach: LessonReach
    value: ValueSum | None
    worth: ValueBars
    quote: Quote | None


def glance_of(looking: Looking) -> Glance:
    """Return what a pilot learned at a glance, as far as its reader looks."""
    db, cut, pilot = looking.db, looking.cut, looking.pilot
    sure = mean_confidence(db, cut, pilot, f"{looking.moment:%Y-%m-%d}")
    quarters = quarters_of_loops(looking.known)
    worth = value_bars_of(db, cut, pilot)
    return Glance(
        sure=_course([each.percent.value or 0.0 for each in sure]),
        days=_course([each.days.value or 0.0 for each in quarters]),
        reach=reach_of(db, cut, pilot),
        value=_sum(worth.totals.rows),
        worth=worth,
        quote=quote_of(db, cut, pilot),
    )


def _course(amounts: Sequence[float]) -> Trajectory | None:
    if not amounts:
        return None
    return Trajectory(amounts[-1], amounts[0], len(amounts), spark(amounts))


def _sum(rows: Sequence[ValueTotal]) -> ValueSum | None:
    units: dict[str, list[ValueTotal]] = {}
    for row in rows:
        if row.got:
            units.setdefault(row.unit, []).append(row)
    if not units:
        return None
    unit = max(units, key=lambda each: sum(row.values for row in units[each]))
    values = units[unit]
    return ValueSum(
        unit=unit,
        got=sum((row.got for row in values), Decimal(0)),
        unplanned=sum((row.unplanned for row in values), Decimal(0)),
        values=sum(row.values for row in values),
        other_units=len(units) - 1,
    )
