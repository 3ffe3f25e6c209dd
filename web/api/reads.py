"""The JSON API: the same commands and the same views as the pages, for programs."""

from typing import Any

from msgspec import json, structs
from sqlalchemy import RowMapping
from starlette.responses import Response, StreamingResponse

from domain.kernel.messages import say
from domain.metrics import METRICS
from domain.metrics.metric import Figure
from pilots.store.reader import Extent, lines_of, rows_of
from projections.pilot.figures import Figures, figures_of
from projections.records.lookups import pilot_known, pilots_in_order
from projections.timeline.feed import by_occurrence, latest
from web.http.reading import Reading
from web.http.refusal import Unanswerable
from web.http.responses import JSON, answer, timeless

LINES = "application/x-ndjson"


def get_pilots(reading: Reading) -> Response:
    """GET /api/v1/pilots — pilots with their figures."""
    db, cut, limit = reading.db, reading.cut, _limit(reading)
    rows = pilots_in_order(db, cut, offset=reading.whole("offset"), limit=limit)
    figures = figures_of(db, cut, [row["pilot"] for row in rows])
    return answer({"pilots": [_pilot(row, figures[row["pilot"]]) for row in rows]})


def get_pilot(reading: Reading) -> Response:
    """GET /api/v1/pilots/{pilot} — one pilot with its figures."""
    db, cut = reading.db, reading.cut
    row = _known(reading)
    return answer(_pilot(row, figures_of(db, cut, [row["pilot"]])[row["pilot"]]))


def get_timeline(reading: Reading) -> Response:
    """GET /api/v1/pilots/{pilot}/timeline — what happened, newest first."""
    db, cut, axis, limit = reading.db, reading.cut, reading.axis, _limit(reading)
    pilot = _known(reading)["pilot"]
    if axis == "recorded":
        before = reading.whole("before") or None
        rows = latest(db, cut, pilot=pilot, before=before, limit=limit)
    else:
        rows = by_occurrence(db, cut, pilot, offset=reading.whole("offset"), limit=limit)
    facts = [dict(row) | {"data": json.decode(row["data"])} for row in rows]
    return answer({"pilot": pilot, "axis": axis, "timeline": facts})


def get_events(reading: Reading) -> Response:
    """GET /api/v1/events — the history in order, as a page of JSON or a stream of lines."""
    asked, engine = reading.query, reading.platform.history
    cut, head = reading.cut, reading.head
    extent = Extent(
        after=reading.whole("after"),
        up_to=min(head, cut.position if cut.position is not None else head),
        names=tuple(filter(None, asked.getlist("name"))),
        stream=asked.get("stream") or None,
        pilot=asked.get("pilot") or None,
        until=cut.moment,
    )
    if LINES in reading.request.headers.get("accept", ""):
        limit = reading.whole("limit") or None
        return StreamingResponse(lines_of(rows_of(engine, extent, limit)), media_type=LINES)
    lines = b"".join(lines_of(rows_of(engine, extent, _limit(reading))))
    return Response(b'{"events":[' + lines.strip().replace(b"\n", b",") + b"]}", media_type=JSON)


def get_metrics(reading: Reading) -> Response:
    """GET /api/v1/metrics — every number there is: what it counts, and when that is enough."""
    del reading
    return answer({"metrics": [each.described() for each in METRICS]})


def _pilot(row: RowMapping, figures: Figures) -> dict[str, Any]:
    numbers: dict[str, Figure] = {
        each.encode_name: getattr(figures, each.name) for each in structs.fields(figures)
    }
    values = {name: each.value for name, each in numbers.items()}
    return timeless(row) | {"figures": values, "metrics": list(numbers.values())}


def _known(reading: Reading) -> RowMapping:
    row = pilot_known(reading.db, reading.cut, reading.path["pilot"])
    if row is None:
        raise Unanswerable(404, say("No such pilot was known then, or you may not see it."))
    return row


def _limit(reading: Reading) -> int:
    return min(max(reading.whole("limit", 100), 1), 1000)
