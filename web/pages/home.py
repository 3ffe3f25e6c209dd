"""The front page: the composer, and what moved."""

from typing import Any

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from domain.kernel.access import Asker
from projections.engine.as_of import NOW, Cut
from projections.learning.success_rate import success_of
from projections.models.lookups import pilots_in_order
from projections.pilot.metrics import figures_of
from projections.timeline.feed import latest
from web.composer.composer import composer_for
from web.http.context import asker_of, cut_of, part_of, platform_of, render, whole
from web.http.last_saved import just_done
from web.live.memory import recalled
from web.pages.decisions.due import due_for
from web.ui.feed_items import items_of
from web.ui.new_notices import show_fired
from web.ui.toast import toast_for

PAGE = 150


def show_home(request: Request) -> Response:
    """GET / — log something, and see what happened last in every pilot."""
    asker, platform = asker_of(request), platform_of(request)
    cut = cut_of(request, asker)
    now = platform.pilots.clock()
    needs: dict[str, Any] = {"asker": asker, "as_of": cut.moment or "", "cut": cut, "now": now}
    part = part_of(request)
    with platform.views.reading() as db:
        if part != "feed":
            needs |= recalled(request, lambda: _pilots(db, cut))
        if part != "pilots":
            needs |= _moved(request, db, cut, asker)
        needs["composer"] = composer_for(db, asker, now) if cut == NOW and not part else None
        needs["due"] = due_for(db, cut, asker, now) if not part else []
        done = just_done(request)
        needs["toast"] = toast_for(db, done)
        show_fired(db, needs.get("items", ()), done, now)
    return render(request, "home.html", needs)


def _moved(request: Request, db: Connection, cut: Cut, asker: Asker) -> dict[str, Any]:
    rows = latest(db, cut, before=whole(request, "before") or None, limit=PAGE)
    items, count = items_of(db, rows, cut, asker)
    goes_on = len(rows) > PAGE - 30 or count < len(rows)
    return {"items": items, "more": rows[count - 1]["position"] if goes_on else None}


def _pilots(db: Connection, cut: Cut) -> dict[str, Any]:
    pilots = pilots_in_order(db, cut, limit=6)
    return {"pilots": pilots, "figures": figures_of(db, cut, [row["pilot"] for row in pilots])}


def show_pilots(request: Request) -> Response:
    """GET /pilots — every pilot, the newest first."""
    asker, platform = asker_of(request), platform_of(request)
    cut, offset = cut_of(request, asker), whole(request, "from")
    stage = request.query_params.get("stage", "")
    with platform.views.reading() as db:
        pilots = pilots_in_order(db, cut, stage=stage, offset=offset, limit=21)
        figures = figures_of(db, cut, [pilot["pilot"] for pilot in pilots])
        success = success_of(db, cut)
    more = offset + 20 if len(pilots) > 20 else None  # noqa: PLR2004  # a page
    frame = {"asker": asker, "as_of": cut.moment or "", "cut": cut, "more": more}
    frame["success"] = success
    return render(
        request, "pilots.html", frame | {"pilots": pilots[:20], "figures": figures, "stage": stage}
    )
