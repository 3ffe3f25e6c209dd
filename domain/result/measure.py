"""One measure of a pilot: where it began, where it is, and whether that is where it should be."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal

from msgspec import Struct

from domain.kernel.messages import Message, say, say_many
from domain.metrics.metric import FEWEST_OF_A_SHARE
from domain.result.interval import Interval, interval_of

State = Literal["reached", "on_the_way", "not_moving", "moving_away", "not_enough"]
SHARES = ("%", "percent", "per cent", "prozent", "percentage")
QUARTER = Decimal("0.25")  # of the way, from which on a measure is on the way
LINE = 2  # measurements that make a line


class Measurement(Struct, frozen=True):
    """One value of a measure on one day, and out of how many, where that was said."""

    on: date
    value: Decimal
    of: int | None = None


class MeasureResult(Struct, frozen=True, kw_only=True, dict=True):
    """A measure with its newest measurements, oldest first; `taken` counts all there are."""

    measure: str
    name: str
    unit: str
    kind: str
    started_on: date
    """The day its start value is drawn on: that of the pilot's start, or its own."""
    baseline: Decimal | None = None
    target: Decimal | None = None
    first_target: Decimal | None = None
    """What the target was before it was changed; None where it never was."""
    changed_on: date | None = None
    measurements: Sequence[Measurement] = ()
    taken: int = 0
    stale_since: date | None = None
    """The day it was measured last, where that is longer ago than its rhythm."""

    @property
    def is_share(self) -> bool:
        """Tell whether it is counted in percent."""
        return self.unit.strip().casefold() in SHARES

    @property
    def last(self) -> Measurement | None:
        """Return the newest measurement."""
        return self.measurements[-1] if self.measurements else None

    @property
    def is_judged(self) -> bool:
        """Tell whether it has both a start value and a target, so that one can say how it goes."""
        return self.baseline is not None and self.target is not None

    @property
    def grows(self) -> bool:
        """Tell whether more is better: its target is above its start value."""
        return (self.target or 0) > (self.baseline or 0)

    @cached_property
    def state(self) -> State | None:
        """Return how it goes; None where it has no start value or no target to go by."""
        if self.last is None or self._too_few:
            return "not_enough"
        return self._state_at(len(self.measurements) - 1) if self.is_judged else None

    @property
    def eased(self) -> bool:
        """Tell whether its target came nearer to its start value than the first one was."""
        if self.baseline is None or self.target is None or self.first_target is None:
            return False
        return abs(self.target - self.baseline) < abs(self.first_target - self.baseline)

    @property
    def speaks(self) -> Literal["for", "against"] | None:
        """Return whether it speaks for going on as before or against it; None where it does not."""
        if self.state in {"reached", "on_the_way"}:
            return "for"
        return "against" if self.state in {"not_moving", "moving_away"} else None

    @property
    def interval(self) -> Interval | None:
        """Return the range its true share lies in, where it is a share of a known count."""
        last = self.last
        if last is None or not self.is_share or not last.of or self._too_few:
            return None
        return interval_of(last.value, last.of)

    @property
    def lacks(self) -> Message:
        """Return what is needed before one can say how it goes; empty where nothing is."""
        last = self.last
        if last is None:
            return say("Two measurements make a line.")
        if self._too_few:
            cases = FEWEST_OF_A_SHARE - (last.of or 0)
            return say_many(cases, "{n} more case makes a share.", "{n} more cases make a share.")
        return (
            say("One more measurement makes a line.") if self.state == "not_enough" else Message("")
        )

    @property
    def unmoved_since(self) -> date | None:
        """Return the day since which every measurement was less than a quarter of the way."""
        since = None
        for place in reversed(range(len(self.measurements))):
            if self.way(self.measurements[place].value) >= QUARTER:
                break
            since = self.measurements[place].on
        return since

    @property
    def _too_few(self) -> bool:
        of = self.last.of if self.last else None
        return self.is_share and of is not None and of < FEWEST_OF_A_SHARE

    def _state_at(self, place: int) -> State:
        way = self.way(self.measurements[place].value)
        if way >= 1:
            return "reached"
        if way >= QUARTER:
            return "on_the_way"
        if way < 0:
            return "moving_away"
        return "not_moving" if max(self.taken, place + 1) >= LINE else "not_enough"

    def way(self, value: Decimal) -> Decimal:
        """Return how much of the way from the start value to the target is done (0 to 1)."""
        start, target = self.baseline or Decimal(0), self.target or Decimal(0)
        if start == target:  # to be kept as it is
            return Decimal(1 if value == target else -1)
        return (value - start) / (target - start)


def deciding(measures: Sequence[MeasureResult]) -> list[MeasureResult]:
    """Return measures, those first that decide: of outcomes, then the one measured last."""

    def place(each: MeasureResult) -> tuple[bool, bool, date]:
        return (each.kind == "outcome", each.is_judged, each.last.on if each.last else date.min)

    return sorted(measures, key=place, reverse=True)
