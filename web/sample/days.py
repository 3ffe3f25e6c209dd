"""The working days before and after a moment, so that a story falls on days one works on."""

from datetime import UTC, date, datetime, time, timedelta

SATURDAY = 5


class Days:
    """Counts working days back from the day the story is told; below 0 they lie ahead."""

    def __init__(self, now: datetime) -> None:
        self._known = {0: now.astimezone(UTC).date()}

    def date(self, back: int) -> date:
        """Return the day so many working days ago; 0 is today, whatever day that is."""
        if back not in self._known:
            towards = 1 if back > 0 else -1
            day = self.date(back - towards) - timedelta(days=towards)
            while day.weekday() >= SATURDAY:
                day -= timedelta(days=towards)
            self._known[back] = day
        return self._known[back]

    def moment(self, back: int, at: str) -> datetime:
        """Return a time, such as 22:15, of the day so many working days ago."""
        return datetime.combine(self.date(back), time.fromisoformat(at), UTC)
