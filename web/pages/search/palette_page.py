"""Find or do: one list of where to go and what to do, as a page and as what the dialog shows."""

from starlette.requests import Request
from starlette.responses import Response

from web.http.context import asker_of, platform_of, render
from web.pages.search.palette import find


def show_find(request: Request) -> Response:
    """GET /find?q=…&pilot=… — at most nine things that fit, and the way to all texts."""
    asker, asked = asker_of(request), request.query_params.get("q", "").strip()[:200]
    pilot = request.query_params.get("pilot", "")
    with platform_of(request).views.reading() as db:
        found = find(db, asked, asker, pilot)
    return render(request, "find.html", {"asker": asker, "asked": asked, "found": found})
