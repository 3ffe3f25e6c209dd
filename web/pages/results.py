"""Whether pilots work, as every page shows it: curves, state words, what was spent, what is new."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from sqlalchemy import Connection, RowMapping

from domain.kernel.messages import Message, say
from domain.result.measure import MeasureResult
from domain.result.stage import STAGES
from projections.pilot.results import PilotResult, results_of
from projections.timeline.period import Period
from web.charts.measure_curve import MeasureCurve, measure_curve
from web.http.reading import Reading
from web.pages.period import stretch_from

LEADING = 2  # measures a row shows; those that decide come first
SMALL, LARGE = 36.0, 150.0  # pixels of a curve in a row, and on a card
SHORT = 3  # letters of a unit that stands beside its number
PARTS = 100  # of a bar


class MeasureLook(Struct, frozen=True):
    """How a state is shown: icon and word, never colour alone."""

    look: str
    icon: str
    word: Message


LOOKS = {
    "reached": MeasureLook("s-good", "circle-check", say("Reached")),
    "on_the_way": MeasureLook("s-way", "trending-up", say("On the way")),
    "not_moving": MeasureLook("s-still", "circle-minus", say("Not moving")),
    "moving_away": MeasureLook("s-bad", "trending-down", say("Moving away")),
    "not_enough": MeasureLook("s-none", "circle-dashed", say("Not enough to say yet")),
}
NUMBER_ONLY = MeasureLook("s-none", "", Message(""))  # nobody said where it began, or should end


class ShownMeasure(Struct, frozen=True, kw_only=True):
    """A measure with its curves and its state in a word."""

    result: MeasureResult
    look: MeasureLook
    small: MeasureCurve | None
    large: MeasureCurve | None

    @property
    def unit(self) -> str:
        """Return its unit, a share by its sign."""
        return "%" if self.result.is_share else self.result.unit

    @property
    def short(self) -> str:
        """Return its unit where that is short enough to stand beside a number."""
        return self.unit if len(self.unit) <= SHORT else ""


class Bar(Struct, frozen=True):
    """What was spent of a budget, in percent of the longer of both."""

    part: float
    beyond: float


class ShownResult(Struct, frozen=True, kw_only=True):
    """The result of a pilot, ready to be shown."""

    result: PilotResult
    stage: Message
    measures: Sequence[ShownMeasure]
    hours: Bar | None
    money: Bar | None
    """None where there is no budget of it."""

    @property
    def leading(self) -> Sequence[ShownMeasure]:
        """Return the measures a row shows."""
        return self.measures[:LEADING]

    @property
    def others(self) -> int:
        """Return how many measures a row leaves out."""
        return max(len(self.measures) - LEADING, 0)


def results_for(reading: Reading, rows: Sequence[RowMapping]) -> dict[str, ShownResult]:
    """Return the results of pilots, with what is new since the last review."""
    zone = reading.asker.zone
    stretch = stretch_from(reading.db, "", reading.cut, reading.now, zone).stretch
    return results_within(reading.db, stretch, rows)


def results_within(
    db: Connection, stretch: Period, rows: Sequence[RowMapping]
) -> dict[str, ShownResult]:
    """Return the results of pilots at the end of a stretch, with what is new in it."""
    results = results_of(db, stretch, rows)
    return {pilot: shown_result(each) for pilot, each in results.items()}


def shown_result(result: PilotResult) -> ShownResult:
    """Return a result with its pictures."""
    stake = result.stake_money
    spent, budget = float(result.spent_money), float(stake.amount) if stake else 0.0
    return ShownResult(
        result=result,
        stage=STAGES[result.stage],
        measures=[_measure(each, result.today, result.ends_on) for each in result.measures],
        hours=_bar(result.hours.count, result.stake_hours or 0),
        money=_bar(spent, budget),
    )


def _measure(each: MeasureResult, today: date, ends_on: date | None) -> ShownMeasure:
    return ShownMeasure(
        result=each,
        look=LOOKS[each.state] if each.state else NUMBER_ONLY,
        small=measure_curve(each, SMALL, today),
        large=measure_curve(each, LARGE, today, ends_on),
    )


def _bar(spent: float, budget: float) -> Bar | None:
    if budget <= 0:
        return None
    whole = max(spent, budget)
    beyond = max(spent - budget, 0) / whole * PARTS
    return Bar(round(spent / whole * PARTS, 1), round(beyond, 1))
