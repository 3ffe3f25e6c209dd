"""The page of a medium: whom it reaches in which pilots, and what was learned about it."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from domain.kernel.messages import say
from domain.media import ATTRIBUTES, fitting
from projections.media.reach import reach_of
from projections.media.tool_lessons import lessons_about
from projections.records.lookups import titles_of
from web.http.reading import Reading
from web.pages.records.week_bars import HEIGHT, bars_of


def show_medium(reading: Reading) -> Response:
    """GET /media/{medium} — what a medium is worth, once it was used; not before."""
    db, cut, medium = reading.db, reading.cut, reading.path["medium"]
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
        "may_change": reading.may_change,
    }
    return reading.render("media.html", needs)
