"""What is asked of a timeline: which days, which lanes, on which axis, and which mark is chosen."""

from datetime import date, timedelta

from msgspec import Struct

from domain.kernel.messages import say
from domain.kernel.moments import FIRST_YEAR, LAST_YEAR
from web.http.reading import Reading
from web.http.refusal import Unanswerable
from web.timeline.chart.window import LANES, Window

NOTHING = "-"  # picked by who wants no mark to be chosen; shown where none chose itself
SPANS = {"180d": 6, "90d": 3, "30d": 1}  # months


class TimelineQuery(Struct, frozen=True, kw_only=True):
    """What the address of a pilot's page asks of its timeline."""

    axis: str = "occurred"
    span: str = ""
    first: date | None = None
    last: date | None = None
    hidden: frozenset[str] = frozenset()
    chosen: str = ""
    shown: str = ""
    """What was chosen by itself on the page of which a part is asked for."""
    has_table: bool = False
    """Whether it is told as a table too, below the picture."""
    is_picked: bool = True
    """Whether somebody picked what is chosen; else it is a lesson, shown by itself."""
    is_latest: bool = False
    """Whether the lesson shown by itself is the latest there is."""

    @property
    def is_whole(self) -> bool:
        """Return whether all days are shown."""
        return not (self.span or self.first or self.last)

    def toggled(self, lane: str) -> str:
        """Return the lanes that are hidden once a lane was shown or hidden, as `hide` says them."""
        return " ".join(sorted(self.hidden ^ {lane}))


def timeline_query_of(reading: Reading) -> TimelineQuery:
    """Return what a request asks of the timeline."""
    asked = reading.query
    first, last = days_asked(reading)
    return TimelineQuery(
        axis=reading.axis,
        span=asked.get("span", "") if asked.get("span") in SPANS and not (first or last) else "",
        first=first,
        last=last,
        hidden=frozenset(asked.get("hide", "").split()) & LANES.keys(),
        chosen="" if asked.get("sel") == NOTHING else asked.get("sel", ""),
        shown=asked.get("shown", ""),
        has_table=asked.get("table") == "1",
        is_picked=bool(asked.get("sel")),
    )


def days_asked(reading: Reading) -> tuple[date | None, date | None]:
    """Return the first and last day asked for. Raises 422 where they are none or swapped."""
    first, last = _day(reading, "from_day"), _day(reading, "to_day")
    if first and last and first > last:
        raise Unanswerable(422, say("`from_day` comes after `to_day`: swap them."))
    return first, last


def window_of(view: TimelineQuery, earliest: date, latest: date) -> Window:
    """Return the days a view shows, where there is something from a first to a last day."""
    if view.first or view.last:
        first = view.first or min(earliest, view.last or earliest)
        return Window(first, view.last or max(latest, first), earliest, latest)
    days = SPANS[view.span] * 30 if view.span else 0
    first = max(earliest, latest - timedelta(days=days - 1)) if days else earliest
    return Window(first, latest, earliest, latest)


def _day(reading: Reading, name: str) -> date | None:
    text = reading.query.get(name, "")
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError:
        day = date.min
    if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Unanswerable(422, say("`{name}` is a day such as 2026-03-02.", name=name))
    return day
