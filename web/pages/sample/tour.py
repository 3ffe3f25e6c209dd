"""The tour: leads to the next page of it, of the pilot that has most to show."""

from datetime import timedelta

from sqlalchemy import Connection
from starlette.responses import Response

from projections.engine.as_of import NOW
from projections.pilot.figures import figures_of
from projections.records.lookups import pilots_in_order
from web.http.reading import Reading
from web.http.urls import redirect
from web.sample.tour_stops import STOPS

EARLIER = timedelta(days=60)


def show_tour(reading: Reading) -> Response:
    """GET /tour/{stop} — go to a stop of the tour, counted from 1."""
    stop, pilot = reading.path["stop"], _with_most_to_show(reading.db)
    if not pilot or not 1 <= stop <= len(STOPS):
        return redirect("/")
    earlier = (reading.now - EARLIER).date()
    path = STOPS[stop - 1].path.format(pilot=pilot, earlier=earlier)
    return redirect(f"{path}{'&' if '?' in path else '?'}tour={stop}")


def _with_most_to_show(db: Connection) -> str:
    pilots = [row["pilot"] for row in pilots_in_order(db, NOW, limit=20)]
    figures = figures_of(db, NOW, pilots)
    return max(pilots, key=lambda pilot: figures[pilot].entries.count, default="")
