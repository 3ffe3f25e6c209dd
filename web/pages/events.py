"""The raw events behind a pilot and behind every number on its page."""

from collections.abc import Sequence
from itertools import islice
from typing import Any

from msgspec import Struct
from sqlalchemy import Engine, Row, RowMapping
from starlette.responses import Response

from domain.kernel.messages import say
from pilots.store.reader import Extent, line_of, rows_of, rows_of_streams
from projections.engine.as_of import NOW, Cut
from projections.participation.entry_filter import matching
from projections.records.lookups import lessons_that_stand, pilot_known
from projections.timeline.marks_in_view import streams_of_marks
from web.http.page import Page
from web.http.reading import Reading
from web.http.refusal import Unanswerable
from web.timeline.chart.window import LANES
from web.timeline.query import days_asked

PAGE_SIZE = 50
WAYS = ("mode", "direction", "intent")


class ShownEvent(Struct, frozen=True):
    """An event as it is stored, its line of an export, and whether it holds what can be erased."""

    row: Row[Any]
    line: str
    has_prose: bool


class EventsPage(Page, template="pilot/events.html"):
    """Events of a pilot; `more` is the position after which they go on."""

    events: Sequence[ShownEvent]
    pilot: RowMapping
    more: int | None
    may_erase: bool


def show_events(reading: Reading) -> Response:
    """GET /pilots/{pilot}/events — the events as they are stored, oldest first.

    All of them, those of a `name` or `stream`; or those that began what a number counts: `entries`
    of a mode, direction or intent, `lessons` of a loop, `marks` of a lane, on some days or on all.
    """
    cut, after, pilot = reading.cut, reading.whole("after"), reading.path["pilot"]
    known = pilot_known(reading.db, cut, pilot)
    if known is None:
        raise Unanswerable(404, say("No such pilot was known then, or you may not see it."))
    counted = _counted(reading, after)
    if counted is None:
        rows = _rows(reading, pilot, cut, after)
        last = rows[-1].position if len(rows) == PAGE_SIZE else None
    else:
        rows = _begun(reading.platform.history, [stream for stream, _ in counted])
        last = counted[-1][1] if len(counted) == PAGE_SIZE else None
    page = EventsPage(
        events=[ShownEvent(row, line_of(row).decode(), b'"salt":' in row.state) for row in rows],
        pilot=known,
        more=last,
        may_erase=cut == NOW and reading.asker.standing == "manager",
    )
    return reading.render(page)


def _counted(reading: Reading, after: int) -> list[tuple[str, int]] | None:
    """Return the streams a number counts, with their places; None where no number is asked for."""
    db, cut = reading.db, reading.cut
    asked, pilot, axis = reading.query, reading.path["pilot"], reading.axis
    first, last = days_asked(reading)
    days = (str(first), str(last)) if first and last else None
    if asked.get("lessons"):
        found = lessons_that_stand(
            db, cut, pilot, loop=asked.get("loop", ""), after=after, limit=PAGE_SIZE
        )
        return [(row["lesson"], row["position"]) for row in found]
    if (lane := asked.get("marks")) in LANES:
        return streams_of_marks(
            db, cut, pilot, axis, lane=lane, days=days, after=after, limit=PAGE_SIZE
        )
    only: dict[str, Any] = {name: asked.getlist(name) for name in WAYS if asked.get(name)}
    if days:
        only["occurred_on" if axis == "occurred" else "logged_on"] = days
    if only or asked.get("entries"):
        rows = matching(db, cut, pilot, after=after, limit=PAGE_SIZE, **only)
        return [(row["entry"], row["position"]) for row in rows]
    return None


def _begun(history: Engine, streams: list[str]) -> list[Row[Any]]:
    """Return what began each stream; a turn in the course of a pilot is one fact of its stream."""
    places = [int(each[5:]) for each in streams if each.startswith("fact-")]
    turns = [row for n in places for row in rows_of(history, Extent(after=n - 1, up_to=n), 1)]
    rest = rows_of_streams(history, [each for each in streams if not each.startswith("fact-")])
    return sorted([*turns, *rest], key=lambda row: row.position)


def _rows(reading: Reading, pilot: str, cut: Cut, after: int) -> list[Row[Any]]:
    asked = reading.query
    extent = Extent(
        after=after,
        up_to=cut.position,
        pilot=pilot,
        names=tuple(filter(None, asked.getlist("name"))),
        stream=asked.get("stream") or None,
        until=cut.moment,
    )
    return list(islice(rows_of(reading.platform.history, extent, PAGE_SIZE), PAGE_SIZE))
