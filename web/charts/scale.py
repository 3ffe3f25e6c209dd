"""A stretch of time laid out from left to right, with its ticks."""

from datetime import UTC, date, datetime, time, timedelta

from msgspec import Struct

from web.i18n.formatting import day_and_month, month_in_words

YEAR = 366


class Tick(Struct, frozen=True):
    """A line in the picture, and what it is called."""

    x: float
    label: str
    year: bool


class Scale:
    """Places moments between 0 and 100."""

    def __init__(self, start: datetime, end: datetime) -> None:
        self.start = start
        self.end = max(end, start + timedelta(hours=1))
        self._length = (self.end - self.start).total_seconds()

    def __call__(self, moment: datetime) -> float:
        """Return where a moment lies, held within the picture."""
        share = (moment - self.start).total_seconds() / self._length
        return round(100 * min(1.0, max(0.0, share)), 2)

    def holds(self, moment: datetime) -> bool:
        """Tell whether a moment lies within the picture."""
        return self.start <= moment <= self.end

    def ticks(self) -> list[Tick]:
        """Return days, months or years, whichever leaves room for their names."""
        days = self._length / 86400
        return self._days(days) if days <= 62 else self._months(days)  # noqa: PLR2004  # two months

    def _days(self, days: float) -> list[Tick]:
        step = max(1, round(days / 8))
        at = datetime.combine(self.start.date(), datetime.min.time(), UTC) + timedelta(days=1)
        ticks = []
        while at <= self.end:
            ticks.append(Tick(self(at), day_and_month(at), at.day == 1))
            at += timedelta(days=step)
        return ticks

    def _months(self, days: float) -> list[Tick]:
        step = 1 if days <= 1.2 * YEAR else 3 if days <= 3.5 * YEAR else 12
        at = self.start.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        ticks = []
        while at <= self.end:
            if at >= self.start and (at.month - 1) % step == 0:
                first = at.month == 1
                ticks.append(Tick(self(at), str(at.year) if first else month_in_words(at), first))
            at = (at + timedelta(days=32)).replace(day=1)
        return ticks


def noon(day: date, hours: int = 0) -> datetime:
    """Return the middle of a day (UTC), or some hours before or after it."""
    return datetime.combine(day, time(12), UTC) + timedelta(hours=hours)
