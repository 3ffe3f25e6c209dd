"""The frame all pictures across pilots share: one stretch of time, and the months of the slider."""

from datetime import UTC, date, datetime, timedelta

from msgspec import Struct
from sqlalchemy import Connection

from domain.kernel.moments import moment_of
from projections.engine.as_of import Cut
from projections.portfolio.activity import HistorySpan, history_span
from web.charts.scale import Scale, noon
from web.i18n.formatting import month_and_year

QUIET = timedelta(days=45)  # after which the picture ends with the last entry, not with today
MARGIN = 0.02


class Months(Struct, frozen=True):
    """The slider: months counted from year 0, so that an address means the same for ever."""

    first: int
    last: int
    chosen: int
    label: str
    """The chosen month, such as Nov 2026."""


class Frame(Struct, frozen=True):
    """Who asks how far: the tables, the cut, the moment of it; and how long ago all began."""

    db: Connection
    cut: Cut
    moment: datetime
    """The moment of the cut."""
    now: datetime
    history_span: HistorySpan | None

    @property
    def scale(self) -> Scale:
        """Return the time of all pilots as is known now, so that nothing moves with the cut."""
        if self.history_span is None:
            return Scale(self.now - timedelta(days=30), self.now)
        first, last = (
            noon(date.fromisoformat(each[:10]))
            for each in (self.history_span.first, self.history_span.last)
        )
        last = max(last, self.now) if self.now - last < QUIET else last
        margin = max((last - first) * MARGIN, timedelta(days=1))
        return Scale(first - margin, last + margin)

    @property
    def months(self) -> Months | None:
        """Return the slider; None where everything became known within one month."""
        if self.history_span is None:
            return None
        first, last = (
            month_of(moment_of(each))
            for each in (self.history_span.first_known, self.history_span.last_known)
        )
        chosen = last if self.cut.is_now else min(max(month_of(self.moment), first), last)
        year, month = divmod(chosen, 12)
        label = month_and_year(date(year, month + 1, 1))
        return Months(first, last, chosen, label) if first < last else None


def framed(db: Connection, cut: Cut, moment: datetime, now: datetime) -> Frame:
    """Return the frame all pictures of a page share: how far it looks, from which moment."""
    return Frame(db, cut, moment, now, history_span(db))


def month_of(moment: datetime) -> int:
    """Return the months from the year 0 to that of a moment, which is how the slider counts."""
    return moment.year * 12 + moment.month - 1


def end_of(month: int) -> str:
    """Return the last day of a month that the slider counts, such as 2026-02-28."""
    year, number = divmod(month + 1, 12)
    return str((datetime(year, number + 1, 1, tzinfo=UTC) - timedelta(days=1)).date())
