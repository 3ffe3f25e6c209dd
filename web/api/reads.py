"""The JSON API: the same commands and the same views as the pages, for programs."""

from typing import Any

from msgspec import json, structs
from sqlalchemy import Connection, RowMapping
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from pilots.store.reader import Extent, lines_of, rows_of
from projections.engine.as_of import Cut
from projections.models.lookups import one, pilots_in_order
from projections.models.pilots import PILOTS
from projections.pilot.metrics import Figures, figures_of
from projections.timeline.feed import by_occurrence, latest
from web.http.context import asker_of, axis_of, cut_of, platform_of, whole
from web.http.responses import JSON, answer

LINES = "application/x-ndjson"
TEMPORAL = ("position", "known_from", "known_until", "until_position")


def get_pilots(request: Request) -> Response:
    """GET /api/v1/pilots — pilots with their figures."""
    cut, limit = cut_of(request, asker_of(request)), _limit(request)
    with platform_of(request).views.reading() as db:
        rows = pilots_in_order(db, cut, offset=whole(request, "offset"), limit=limit)
        figures = figures_of(db, cut, [row["pilot"] for row in rows])
    return answer({"pilots": [_pilot(row, figures[row["pilot"]]) for row in rows]})


def get_pilot(request: Request) -> Response:
    """GET /api/v1/pilots/{pilot} — one pilot with its figures."""
    cut = cut_of(request, asker_of(request))
    with platform_of(request).views.reading() as db:
        row = _known(db, request, cut)
        return answer(_pilot(row, figures_of(db, cut, [row["pilot"]])[row["pilot"]]))


def get_timeline(request: Request) -> Response:
    """GET /api/v1/pilots/{pilot}/timeline — what happened, newest first."""
    cut, axis, limit = cut_of(request, asker_of(request)), axis_of(request), _limit(request)
    with platform_of(request).views.reading() as db:
        pilot = _known(db, request, cut)["pilot"]
        if axis == "recorded":
            before = whole(request, "before") or None
            rows = latest(db, cut, pilot=pilot, before=before, limit=limit)
        else:
            rows = by_occurrence(db, cut, pilot, offset=whole(request, "offset"), limit=limit)
    facts = [dict(row) | {"data": json.decode(row["data"])} for row in rows]
    return answer({"pilot": pilot, "axis": axis, "timeline": facts})


def get_events(request: Request) -> Response:
    """GET /api/v1/events — the history in order, as a page of JSON or a stream of lines."""
    cut = cut_of(request, asker_of(request))
    asked, engine = request.query_params, platform_of(request).history
    head = platform_of(request).pilots.head()
    extent = Extent(
        after=whole(request, "after"),
        up_to=min(head, cut.position if cut.position is not None else head),
        names=tuple(filter(None, asked.getlist("name"))),
        stream=asked.get("stream") or None,
        pilot=asked.get("pilot") or None,
        until=cut.moment,
    )
    if LINES in request.headers.get("accept", ""):
        limit = whole(request, "limit") or None
        return StreamingResponse(lines_of(rows_of(engine, extent, limit)), media_type=LINES)
    lines = b"".join(lines_of(rows_of(engine, extent, _limit(request))))
    return Response(b'{"events":[' + lines.strip().replace(b"\n", b",") + b"]}", media_type=JSON)


def _pilot(row: RowMapping, figures: Figures) -> dict[str, Any]:
    kept = {key: value for key, value in row.items() if key not in TEMPORAL}
    return kept | {"figures": structs.asdict(figures) | {"peer_share": figures.peer_share}}


def _known(db: Connection, request: Request, cut: Cut) -> RowMapping:
    row = one(db, PILOTS, cut, pilot=request.path_params["pilot"])
    if row is None:
        raise HTTPException(404, "No such pilot was known then, or you may not see it.")
    return row


def _limit(request: Request) -> int:
    return min(max(whole(request, "limit", 100), 1), 1000)
