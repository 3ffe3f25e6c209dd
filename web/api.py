"""The JSON API: the same commands and the same views as the pages, for programs."""

from typing import Any

from msgspec import DecodeError, json, structs
from sqlalchemy import Connection, RowMapping
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from domain.errors import Refused
from pilots.asking import Asking, new_id
from pilots.commands import COMMANDS
from pilots.commands.door import read_command
from pilots.store.reader import Extent, lines_of, rows_of
from projections.cut import Cut
from projections.feed import by_occurrence, latest
from projections.figures import Figures, figures_of
from projections.pilots import PILOTS
from projections.reading import one, pilots_in_order
from web.forms import COMMAND_ID
from web.http import asker_of, axis_of, cut_of, platform_of, whole
from web.pages.wishes import status_of

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
    told = [dict(row) | {"data": json.decode(row["data"])} for row in rows]
    return answer({"pilot": pilot, "axis": axis, "timeline": told})


def get_events(request: Request) -> Response:
    """GET /api/v1/events — the history in order, as a page of JSON or a stream of lines."""
    cut = cut_of(request, asker_of(request))
    asked, engine = request.query_params, platform_of(request).history
    head = platform_of(request).pilots.head()
    extent = Extent(
        after=whole(request, "after"),
        up_to=min(head, cut.position if cut.position is not None else head),
        name=asked.get("name") or None,
        stream=asked.get("stream") or None,
        pilot=asked.get("pilot") or None,
        until=cut.moment,
    )
    if LINES in request.headers.get("accept", ""):
        limit = whole(request, "limit") or None
        return StreamingResponse(lines_of(rows_of(engine, extent, limit)), media_type=LINES)
    lines = b"".join(lines_of(rows_of(engine, extent, _limit(request))))
    return Response(b'{"events":[' + lines.strip().replace(b"\n", b",") + b"]}", media_type=JSON)


async def post_command(request: Request) -> Response:
    """POST /api/v1/commands/{name} — carry out a command once under its Idempotency-Key."""
    body = await request.body()
    return await run_in_threadpool(_carry_out, request, body)


def _carry_out(request: Request, body: bytes) -> Response:
    asker, kind = asker_of(request), COMMANDS.get(request.path_params["name"])
    if kind is None:
        raise HTTPException(404, "There is no such command.")
    command_id = request.headers.get("idempotency-key") or new_id()
    if not COMMAND_ID.fullmatch(command_id):
        raise HTTPException(422, "An Idempotency-Key is 8 to 100 letters, digits or _ : -.")
    try:
        fields = json.decode(body or b"{}", type=dict[str, Any])
        asking = Asking(asker=asker, source="api", command_id=command_id)
        receipt = platform_of(request).pilots.carry_out(asking, read_command(kind, fields))
    except (DecodeError, UnicodeDecodeError, RecursionError) as wrong:
        raise HTTPException(422, f"The body is no JSON object: {wrong}.") from None
    except Refused as refused:
        return problem(status_of(refused), str(refused), refused.field)
    return answer(receipt, 201)


JSON = "application/json"


def answer(told: Any, status: int = 200) -> Response:
    """Return an answer as JSON."""
    return Response(json.encode(told), status, media_type=JSON)


def problem(status: int, sentence: str, field: str = "") -> Response:
    """Return a refusal as problem details (RFC 9457)."""
    told = {"type": "about:blank", "status": status, "title": sentence, "detail": sentence}
    told |= {"field": field} if field else {}
    return Response(json.encode(told), status, media_type="application/problem+json")


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
