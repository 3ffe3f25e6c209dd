"""Every lesson: what was learned, where, and where else it held."""

from typing import Any

from starlette.responses import Response

from projections.records.lookups import lessons_in_order, names_of, titles_of
from web.http.last_saved import just_done
from web.http.reading import Reading
from web.ui.toast import toast_for

PAGE_SIZE = 20


def show_lessons(reading: Reading) -> Response:
    """GET /lessons — lessons of all pilots or of one, the newest first."""
    db, cut, offset = reading.db, reading.cut, reading.whole("from")
    asked = reading.query
    loop = loop if (loop := asked.get("loop", "")) in ("collaboration", "tool") else ""
    pilot = asked.get("pilot", "")
    lessons = lessons_in_order(db, cut, pilot=pilot, loop=loop, offset=offset, limit=PAGE_SIZE + 1)
    needs: dict[str, Any] = {
        "names": names_of(db, [lesson["learned_by"] for lesson in lessons], cut),
        "titles": titles_of(db, [lesson["pilot"] for lesson in lessons], cut),
        "toast": toast_for(db, just_done(reading)),
    }
    needs |= {
        "lessons": lessons[:PAGE_SIZE],
        "more": offset + PAGE_SIZE if len(lessons) > PAGE_SIZE else None,
    }
    needs |= {"chosen": loop, "may_change": reading.may_change}
    return reading.render("records/lessons.html", needs)
