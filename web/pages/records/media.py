"""The page of a medium: whom it reaches in which pilots, and what was learned about it."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from domain.kernel.messages import say
from domain.media import ATTRIBUTES, fitting
from projections.media.reach import reach_of
from projections.media.tool_lessons import lessons_about
from projections.models.lookups import titles_of
from web.http.context import asker_of, cut_of, platform_of, render
from web.pages.records.week_bars import HEIGHT, bars_of


def show_medium(request: Request) -> Response:
    """GET /media/{medium} — what a medium is worth, once it was used; not before."""
    asker, platform = asker_of(request), platform_of(request)
    cut, medium = cut_of(request, asker), request.path_params["medium"]
    with platform.views.reading() as db:
        reach = reach_of(db, cut, medium)
        if reach is None:
            raise HTTPException(404, say("Nobody had adopted this medium then, or logged on it."))
        first_at = {use.pilot: use.first_at for use in reach.uses if use.first_at}
        lessons = lessons_about(db, cut, medium, first_at)
        titles = titles_of(db, [row["pilot"] for row in lessons], cut)
    usual = fitting(medium)
    needs = {
        "reach": reach,
        "bars": bars_of(reach.weeks),
        "height": HEIGHT,
        "lessons": lessons,
        "titles": titles,
        "usual": [value for name in ATTRIBUTES if (value := usual[name])],
        "may_change": cut.is_now and asker.standing != "auditor",
    }
    frame = {"asker": asker, "as_of": cut.moment or "", "cut": cut}
    return render(request, "media.html", frame | needs)
