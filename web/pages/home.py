"""The front page: the composer, and what moved."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from projections.cut import NOW
from projections.feed import latest
from projections.figures import figures_of
from projections.reading import pilots_in_order
from projections.success import success_of
from web.composer import composer_for
from web.due import due_for
from web.feed import items_of
from web.http import asker_of, cut_of, platform_of, render, whole
from web.toast import toast_for

PAGE = 150


def show_home(request: Request) -> Response:
    """GET / — log something, and see what happened last in every pilot."""
    asker, platform = asker_of(request), platform_of(request)
    cut, did = cut_of(request, asker), whole(request, "did")
    now = platform.pilots.clock()
    with platform.views.reading() as db:
        pilots = pilots_in_order(db, cut, limit=6)
        rows = latest(db, cut, before=whole(request, "before") or None, limit=PAGE)
        items, count = items_of(db, rows, cut, asker)
        needs: dict[str, Any] = {
            "composer": composer_for(db, asker, now) if cut == NOW else None,
            "due": due_for(db, cut, asker, now),
            "items": items,
            "more": rows[count - 1]["position"]
            if len(rows) > PAGE - 30 or count < len(rows)
            else None,
            "pilots": pilots,
            "figures": figures_of(db, cut, [pilot["pilot"] for pilot in pilots]),
            "toast": toast_for(platform, db, did, asker) if did else None,
        }
    told = {"asker": asker, "as_of": cut.moment or "", "cut": cut, "now": now}
    return render(request, "home.html", told | needs)


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
    told = {"asker": asker, "as_of": cut.moment or "", "cut": cut, "more": more}
    told["success"] = success
    return render(
        request, "pilots.html", told | {"pilots": pilots[:20], "figures": figures, "stage": stage}
    )
