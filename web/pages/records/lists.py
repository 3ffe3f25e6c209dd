"""Lists of things across all pilots: the people, and what the pilots turned out to be worth."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping
from starlette.requests import Request
from starlette.responses import Response

from projections.engine.as_of import NOW, Cut
from projections.models.lookups import people_by_name, titles_of, values_in_order
from web.api.reads import TEMPORAL
from web.http.context import asker_of, cut_of, platform_of, render, whole
from web.http.last_saved import just_done
from web.http.responses import answer
from web.ui.toast import toast_for

PAGE = 40
LISTS: dict[str, Callable[..., Sequence[RowMapping]]] = {
    "people": people_by_name,
    "value": values_in_order,
}


def show_people(request: Request) -> Response:
    """GET /people — everybody who is known, or who stands for one `organisation`, by name."""
    return _show(request, "people", organisation=request.query_params.get("organisation", ""))


def show_value(request: Request) -> Response:
    """GET /value — what was expected and discovered, or of that what stands in one `cell`."""
    return _show(request, "value", cell=request.query_params.get("cell", ""))


def get_people(request: Request) -> Response:
    """GET /api/v1/people — everybody who is known, by name."""
    return _answer(request, "people")


def get_value(request: Request) -> Response:
    """GET /api/v1/value — what was expected and what was discovered, the latest first."""
    return _answer(request, "value")


def _show(request: Request, what: str, **only: str) -> Response:
    asker, platform = asker_of(request), platform_of(request)
    cut = cut_of(request, asker)
    now = platform.pilots.clock()
    with platform.views.reading() as db:
        rows, more = _page(db, request, what, cut, **only)
        needs: dict[str, Any] = only | {
            "rows": rows,
            "more": more,
            "titles": titles_of(db, [str(row.get("pilot", "")) for row in rows], cut),
            "toast": toast_for(db, just_done(request)),
            "may_change": cut == NOW and asker.standing != "auditor",
        }
    frame = {"asker": asker, "as_of": cut.moment or "", "now": now, "cut": cut}
    return render(request, f"{what}.html", frame | needs)


def _answer(request: Request, what: str) -> Response:
    cut = cut_of(request, asker_of(request))
    with platform_of(request).views.reading() as db:
        rows, more = _page(db, request, what, cut)
    found = [{key: row[key] for key in row if key not in TEMPORAL} for row in rows]
    return answer({what: found, "next": more})


def _page(
    db: Connection, request: Request, what: str, cut: Cut, **only: str
) -> tuple[list[RowMapping], int | None]:
    offset = whole(request, "from")
    rows = LISTS[what](db, cut, offset=offset, limit=PAGE + 1, **only)
    return list(rows[:PAGE]), offset + PAGE if len(rows) > PAGE else None
