"""Every lesson: what was learned, where, and where else it held."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from projections.engine.as_of import NOW
from projections.models.lookups import lessons_in_order, names_of, titles_of
from web.http.context import asker_of, cut_of, platform_of, render, whole
from web.http.last_saved import just_done
from web.ui.toast import toast_for

PAGE = 20


def show_lessons(request: Request) -> Response:
    """GET /lessons — lessons of all pilots or of one, the newest first."""
    asker, platform = asker_of(request), platform_of(request)
    cut, offset = cut_of(request, asker), whole(request, "from")
    asked = request.query_params
    loop = loop if (loop := asked.get("loop", "")) in ("collaboration", "tool") else ""
    pilot, now = asked.get("pilot", ""), platform.pilots.clock()
    with platform.views.reading() as db:
        lessons = lessons_in_order(db, cut, pilot=pilot, loop=loop, offset=offset, limit=PAGE + 1)
        needs: dict[str, Any] = {
            "names": names_of(db, [lesson["learned_by"] for lesson in lessons], cut),
            "titles": titles_of(db, [lesson["pilot"] for lesson in lessons], cut),
            "toast": toast_for(db, just_done(request)),
        }
    needs |= {"lessons": lessons[:PAGE], "more": offset + PAGE if len(lessons) > PAGE else None}
    needs |= {"chosen": loop, "may_change": cut == NOW and asker.standing != "auditor"}
    frame = {"asker": asker, "as_of": cut.moment or "", "now": now, "cut": cut}
    return render(request, "lessons.html", frame | needs)
