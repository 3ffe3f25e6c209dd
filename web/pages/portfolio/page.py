"""The page of what all pilots learned together, now or as it was known."""

from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from domain.kernel.moments import FIRST_YEAR, LAST_YEAR, moment_of
from projections.portfolio.activity import history_span
from web.http.context import asker_of, cut_of, part_of, platform_of, render, whole
from web.live.memory import recalled
from web.pages.pilot.aspects import moment_of_cut
from web.pages.portfolio.period import end_of, framed, month_of
from web.pages.portfolio.sections import all_parts


def show_together(request: Request) -> Response:
    """GET /together — pictures across pilots; `month` is the slider and leads to its `as_of`.

    `dots=organisations` joins all who stand for the same one in who works with whom.
    """
    asker, platform = asker_of(request), platform_of(request)
    offset, month = whole(request, "from"), whole(request, "month")
    if month:
        return _as_of(request, month)
    cut = cut_of(request, asker)

    def make() -> dict[str, Any]:
        with platform.views.reading() as db:
            moment, now = moment_of_cut(request, db, cut), platform.pilots.clock()
            joined = request.query_params.get("dots") == "organisations"
            parts = all_parts(framed(db, cut, moment, now), offset, joined=joined)
        return parts | {"moment": moment, "now": now}

    needs = recalled(request, make) if part_of(request) else make()
    slides = request.headers.get("hx-request") == "true"
    frame = {"asker": asker, "as_of": cut.moment or "", "cut": cut, "slides": slides}
    return render(request, "together.html", frame | needs)


def _as_of(request: Request, month: int) -> Response:
    """Lead to the last day of a month; the last month that anything is known of is now."""
    with platform_of(request).views.reading() as db:
        known = history_span(db)
    last = known.last_known if known else ""
    offset = whole(request, "from")
    asked: dict[str, str] = {"from": str(offset)} if offset else {}
    if dots := request.query_params.get("dots"):
        asked["dots"] = dots
    month = min(max(month, FIRST_YEAR * 12), LAST_YEAR * 12)
    if last and month < month_of(moment_of(last)):
        asked["as_of"] = end_of(month)
    return RedirectResponse(f"/together?{urlencode(asked)}" if asked else "/together", 303)
