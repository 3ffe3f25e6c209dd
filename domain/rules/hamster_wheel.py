"""The hamster wheel, week by week: busy weeks in a row in which nobody learned anything."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import groupby

from msgspec import Struct, field, structs

from domain.rules.thresholds import BUSY_WEEK


class PilotWeek(Struct, frozen=True):
    """Seven days of a pilot, counted from the day it began."""

    first: date
    last: date
    entries: int
    learned: int
    """Lessons, insights and decisions."""
    over: bool
    """Whether all its days are past; a week under way is not judged."""
    in_wheel: bool = field(default=False, name="turns")
    """Whether it belongs to a turning wheel."""

    @property
    def is_idle(self) -> bool:
        """Tell whether it was busy and nobody learned anything."""
        return self.over and self.entries >= BUSY_WEEK and not self.learned


def weeks_of(
    entries: Mapping[date, int], learned: Mapping[date, int], first: date, last: date
) -> list[PilotWeek]:
    """Return the weeks from a first day on until the one that a last day is in."""
    weeks = []
    while first <= last:
        days = [first + timedelta(days=day) for day in range(7)]
        done = sum(entries.get(day, 0) for day in days)
        kept = sum(learned.get(day, 0) for day in days)
        weeks.append(PilotWeek(days[0], days[-1], done, kept, over=days[-1] < last))
        first += timedelta(days=7)
    return weeks


def hamster_wheel(weeks: list[PilotWeek], threshold: int) -> list[PilotWeek]:
    """Return the weeks, marked where a wheel turns: as many idle ones in a row, or more (S002)."""
    marked: list[PilotWeek] = []
    for is_idle, run in groupby(weeks, key=lambda week: week.is_idle):
        row = list(run)
        in_wheel = is_idle and len(row) >= threshold
        marked += [structs.replace(week, in_wheel=in_wheel) for week in row]
    return marked
