"""Every lesson: what was learned, where, and where else it held."""

from collections.abc import Mapping

from starlette.responses import Response

from projections.records.lookups import Rows, lessons_in_order, names_of, titles_of
from web.http.last_saved import just_done
from web.http.page import Page
from web.http.reading import Reading
from web.ui.toast import Toast, toast_for

PAGE_SIZE = 20


class LessonsPage(Page, template="records/lessons.html"):
    """Lessons of one loop or both, with the names of people and pilots by their ids."""

    lessons: Rows
    names: Mapping[str, str]
    titles: Mapping[str, str]
    more: int | None
    chosen: str
    """The loop they are of, or empty."""
    toast: Toast | None
    may_change: bool


def show_lessons(reading: Reading) -> Response:
    """GET /lessons — lessons of all pilots or of one, the newest first."""
    db, cut, offset = reading.db, reading.cut, reading.whole("from")
    asked = reading.query
    loop = loop if (loop := asked.get("loop", "")) in ("collaboration", "tool") else ""
    pilot = asked.get("pilot", "")
    lessons = lessons_in_order(db, cut, pilot=pilot, loop=loop, offset=offset, limit=PAGE_SIZE + 1)
    page = LessonsPage(
        lessons=lessons[:PAGE_SIZE],
        names=names_of(db, [lesson["learned_by"] for lesson in lessons], cut),
        titles=titles_of(db, [lesson["pilot"] for lesson in lessons], cut),
        more=offset + PAGE_SIZE if len(lessons) > PAGE_SIZE else None,
        chosen=loop,
        toast=toast_for(db, just_done(reading)),
        may_change=reading.may_change,
    )
    return reading.render(page)
