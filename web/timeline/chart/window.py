"""Which days a timeline shows, how they are cut into stretches, and which lanes there are."""

from datetime import date, timedelta

from msgspec import Struct

from domain.kernel.messages import say
from web.charts.scale import noon
from web.i18n.formatting import span_of

LANES = {
    "decision": say("Decisions"),
    "experiment": say("Experiments"),
    "finding": say("Evidence"),
    "lesson": say("Lessons"),
    "value": say("Value found"),
    "participation": say("Entries"),
    "progress": say("Way to the target"),
}


class Window(Struct, frozen=True):
    """The days in view (UTC), and the earliest and latest day there is anything on."""

    first: date
    last: date
    earliest: date
    latest: date

    @property
    def days(self) -> int:
        """Return how many days are in view, the first and the last among them."""
        return (self.last - self.first).days + 1

    @property
    def name(self) -> str:
        """Return the days in view in words."""
        return span_of(noon(self.first), noon(self.last))

    def stretches(self, most: int) -> list[tuple[date, date]]:
        """Cut the days in view into at most so many equal stretches of whole days."""
        return self.every(-(-self.days // most))

    def every(self, step: int) -> list[tuple[date, date]]:
        """Cut the days in view into stretches of so many days, the last as long as is left."""
        begins = [self.first + timedelta(days=n) for n in range(0, self.days, step)]
        return [(at, min(at + timedelta(days=step - 1), self.last)) for at in begins]

    def moved(self, way: int) -> tuple[date, date] | None:
        """Return the days half a view earlier (-1) or later (1); None where nothing is there."""
        if self.first <= self.earliest if way < 0 else self.last >= self.latest:
            return None
        half = timedelta(days=max(1, self.days // 2) * way)
        return self.first + half, self.last + half
