"""The hamster wheel, week by week: busy weeks in a row in which nobody learned anything."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import groupby

from msgspec import Struct, field, structs

from domain.metrics.weeks import weeks_between
from domain.rules.thresholds import BUSY_WEEK


class PilotWeek(Struct, frozen=True):
    """A week of the calendar in the life of a pilot."""

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
    """Return the weeks of the calendar from the one a first day is in to that of a last day."""
    weeks = []
    for monday in weeks_between(first, last):
        days = [monday + timedelta(days=day) for day in range(7)]
        done = sum(entries.get(day, 0) for day in days)
        kept = sum(learned.get(day, 0) for day in days)
        weeks.append(PilotWeek(days[0], days[-1], done, kept, over=days[-1] < last))
    return weeks


def hamster_wheel(weeks: list[PilotWeek], threshold: int) -> list[PilotWeek]:
    """Return the weeks, marked where a wheel turns: as many idle ones in a row, or more (S002)."""
    marked: list[PilotWeek] = []
    for is_idle, run in groupby(weeks, key=lambda week: week.is_idle):
        row = list(run)
        in_wheel = is_idle and len(row) >= threshold
        marked += [structs.replace(week, in_wheel=in_wheel) for week in row]
    return marked
