"""Reads which stretch of the history somebody asks for: since the last review, or between days."""

import re
from datetime import datetime, time, timedelta
from urllib.parse import urlencode

from msgspec import Struct
from sqlalchemy import Connection

from domain.kernel.errors import Invalid
from domain.kernel.messages import say
from domain.kernel.moments import moment_of, stamp, zone_called
from projections.engine.as_of import Cut
from projections.review.period import closed_reviews, place_shown, simplest
from projections.timeline.feed import known_between, moment_at
from projections.timeline.period import Period
from web.http.reading import Reading
from web.http.refusal import Unanswerable
from web.i18n.dates import read_day, read_moment

FIRST = timedelta(days=30)  # how far back the first review looks
PLACE = re.compile(r"[0-9]{1,15}")
INSTANT = timedelta(microseconds=1)


class Bookmark(Struct, frozen=True):
    """Where the last review ended, when that was, and who closed it."""

    position: int
    closed_at: str


class AskedPeriod(Struct, frozen=True):
    """A stretch, with what an address calls its beginning, and the review it follows, if one."""

    stretch: Period
    begins: str
    after: Bookmark | None = None
    is_whole: bool = False
    """Whether it is all the time there is, as none of it is new: that of an import, say."""

    @property
    def starts(self) -> str:
        """Return the moment it begins, as an address says it."""
        return stamp(self.stretch.starts)

    @property
    def ends(self) -> str:
        """Return the moment it ends, as an address says it."""
        return stamp(self.stretch.ends)

    def dates(self, zone: str) -> tuple[str, str]:
        """Return the first and the last day of it, where somebody reads."""
        first, last = self.stretch.starts, self.stretch.ends
        local = zone_called(zone)
        return str(first.astimezone(local).date()), str(last.astimezone(local).date())

    @property
    def exact(self) -> str:
        """Return what an address says of exactly this stretch, as it is shown now."""
        query = {"from": self.begins, "to": self.ends, "at": self.stretch.position}
        return urlencode(query)


def asked_period(reading: Reading) -> AskedPeriod:
    """Return the stretch that the address of a request names. Raises 422 for one that is none.

    Both ends are days, times or positions; a day stands for all of it.
    """
    cut, now, zone = reading.cut, reading.now, reading.asker.zone
    local = now.astimezone(zone_called(zone))
    begins, to = (_said(reading.query.get(name, "").strip(), local) for name in ("from", "to"))
    try:
        cut = _up_to(to, cut, now, zone) if to else cut
        return stretch_from(reading.db, begins, cut, now, zone)
    except Invalid as wrong:
        raise Unanswerable(422, wrong.message) from None


def _said(text: str, now: datetime) -> str:
    """Return a day that somebody typed as 2026-03-02, and a time or a position as it is."""
    is_exact = not text or PLACE.fullmatch(text) or "T" in text
    return text if is_exact else read_day(text, now) or text


def stretch_from(db: Connection, begins: str, cut: Cut, now: datetime, zone: str) -> AskedPeriod:
    """Return the stretch up to a cut that begins at a position, a day or a time, or a review ago.

    Raises Invalid where it ends before it begins.
    """
    ends, after = _end_of(db, cut, now), None
    if not begins and (last := next(iter(closed_reviews(db, cut, 1)), None)):
        after = Bookmark(last["seen"], last["closed_at"])
        begins = str(after.position)
    whole_from = _whole_from(db, cut, ends) if not begins else None
    if not begins:
        first = (whole_from or ends - FIRST).astimezone(zone_called(zone))
        begins = stamp(datetime.combine(first.date(), time.min, first.tzinfo))
    position, moment = _beginning(begins, zone)
    starts = moment_of(moment or moment_at(db, position or 0) or stamp(ends - FIRST))
    if starts > ends or (position or 0) > (cut.position or position or 0):
        message = say("The stretch of time ends before it begins. Choose a later end.")
        raise Invalid(message, field="to")
    since = (
        Cut(cut.moment, position)
        if position is not None
        else Cut(stamp(starts - INSTANT), cut.position)
    )
    both = simplest(db, since), simplest(db, cut)
    stretch = Period(*both, starts, ends, place_shown(db, cut))
    begins = begins if position is not None else stamp(starts)
    return AskedPeriod(stretch, begins, after, whole_from is not None)


def _whole_from(db: Connection, cut: Cut, ends: datetime) -> datetime | None:
    """Return when all there is began, where none of it is new: a fresh import is of other days."""
    first, last = known_between(db) if cut.is_now else (None, None)
    return moment_of(first) if first and last and last < stamp(ends - FIRST) else None


def _up_to(to: str, cut: Cut, now: datetime, zone: str) -> Cut:
    if PLACE.fullmatch(to):
        return Cut(cut.moment, min(int(to), cut.position or int(to)))
    end = read_moment(to, zone_called(zone), field="to")
    return Cut(end, cut.position) if end < (cut.moment or stamp(now)) else cut


def _beginning(begins: str, zone: str) -> tuple[int | None, str | None]:
    if PLACE.fullmatch(begins):
        return int(begins), None
    return None, read_moment(begins, zone_called(zone), start=True, field="from")


def _end_of(db: Connection, cut: Cut, now: datetime) -> datetime:
    if cut.moment is not None:
        return moment_of(cut.moment)
    if cut.position is not None and (at := moment_at(db, cut.position)):
        return moment_of(at)
    return now
