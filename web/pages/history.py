"""The raw events behind a pilot and behind every number on its page."""

from itertools import islice
from typing import Any

from sqlalchemy import Row
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pilots.store.reader import Extent, line_of, rows_of, rows_of_streams
from projections.cut import NOW, Cut
from projections.entries import matching
from projections.pilots import PILOTS
from projections.reading import one
from web.http import asker_of, cut_of, platform_of, render, whole

PAGE = 50


def show_events(request: Request) -> Response:
    """GET /pilots/{pilot}/events — the events as they are stored, oldest first."""
    asker, platform = asker_of(request), platform_of(request)
    cut, after, asked = cut_of(request, asker), whole(request, "after"), request.query_params
    pilot = request.path_params["pilot"]
    by_mode = {name: asked[name] for name in ("mode", "direction", "intent") if asked.get(name)}
    with platform.views.reading() as db:
        known = one(db, PILOTS, cut, pilot=pilot)
        if known is None:
            raise HTTPException(404, "No such pilot was known then, or you may not see it.")
        if by_mode:
            entries = matching(db, cut, pilot, after=after, limit=PAGE, **by_mode)
            rows = rows_of_streams(platform.history, [row["entry"] for row in entries])
            last = entries[-1]["position"] if len(entries) == PAGE else None
        else:
            rows = _rows(request, pilot, cut, after)
            last = rows[-1].position if len(rows) == PAGE else None
    events = [
        {"row": row, "line": line_of(row).decode(), "has_prose": b'"salt":' in row.state}
        for row in rows
    ]
    needs: dict[str, Any] = {"events": events, "pilot": known, "more": last, "cut": cut}
    needs["may_erase"] = cut == NOW and asker.standing == "manager"
    return render(request, "events.html", {"asker": asker, "as_of": cut.moment or ""} | needs)


def _rows(request: Request, pilot: str, cut: Cut, after: int) -> list[Row[Any]]:
    asked = request.query_params
    extent = Extent(
        after=after,
        up_to=cut.position,
        pilot=pilot,
        name=asked.get("name") or None,
        stream=asked.get("stream") or None,
        until=cut.moment,
    )
    return list(islice(rows_of(platform_of(request).history, extent, PAGE), PAGE))
