"""The tour: leads to the next page of it, of the pilot that has most to show."""

from datetime import timedelta

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from projections.engine.as_of import NOW
from projections.models.lookups import pilots_in_order
from projections.pilot.metrics import figures_of
from web.http.context import asker_of, platform_of
from web.sample.tour_stops import STOPS

EARLIER = timedelta(days=60)


def show_tour(request: Request) -> Response:
    """GET /tour/{stop} — go to a stop of the tour, counted from 1."""
    asker_of(request)
    stop = request.path_params["stop"]
    platform = platform_of(request)
    with platform.views.reading() as db:
        pilot = _with_most_to_show(db)
    if not pilot or not 1 <= stop <= len(STOPS):
        return RedirectResponse("/", 303)
    earlier = (platform.pilots.clock() - EARLIER).date()
    path = STOPS[stop - 1].path.format(pilot=pilot, earlier=earlier)
    return RedirectResponse(f"{path}{'&' if '?' in path else '?'}tour={stop}", 303)


def _with_most_to_show(db: Connection) -> str:
    pilots = [row["pilot"] for row in pilots_in_order(db, NOW, limit=20)]
    figures = figures_of(db, NOW, pilots)
    return max(pilots, key=lambda pilot: figures[pilot].entries, default="")
