"""A clock that tests set."""

from datetime import UTC, datetime, timedelta

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


class Clock:
    """A clock the test sets; each look moves it on by a millisecond."""

    now = MONDAY

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now

    def pass_days(self, days: float = 1) -> None:
        """Let days pass."""
        self.now += timedelta(days=days)
