"""Finding what people wrote, now or as it was known."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from projections.models.lookups import names_of
from projections.models.search_index import words_of
from projections.search.search import search
from web.http.context import asker_of, cut_of, platform_of, render, whole
from web.pages.search.hits import hit_of

PAGE = 20


def show_search(request: Request) -> Response:
    """GET /search — what was written with these words, newest or best first."""
    asker, platform = asker_of(request), platform_of(request)
    cut, asked = cut_of(request, asker), request.query_params.get("q", "").strip()[:200]
    best = request.query_params.get("order") == "best"
    before = whole(request, "before") or None
    pilot = request.query_params.get("pilot", "")
    with platform.views.reading() as db:
        rows = search(db, asked, cut, pilot=pilot, best=best, before=before, limit=PAGE + 1)
        names = names_of(db, [row["by"] for row in rows], cut)
    hits = [hit_of(row, words_of(asked), names) for row in rows[:PAGE]]
    needs: dict[str, Any] = {"hits": hits, "asked": asked, "best": best, "pilot": pilot}
    needs["more"] = hits[-1].position if len(rows) > PAGE and not best else None
    frame = {"asker": asker, "as_of": cut.moment or "", "cut": cut}
    return render(request, "search.html", frame | {"now": platform.pilots.clock()} | needs)
