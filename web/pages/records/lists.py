"""Lists of things across all pilots: the people, and what the pilots turned out to be worth."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import RowMapping
from starlette.responses import Response

from projections.records.lookups import people_by_name, titles_of, values_in_order
from web.http.last_saved import just_done
from web.http.reading import Reading
from web.http.responses import answer, timeless
from web.ui.toast import toast_for

PAGE_SIZE = 40
LISTS: dict[str, Callable[..., Sequence[RowMapping]]] = {
    "people": people_by_name,
    "value": values_in_order,
}


def show_people(reading: Reading) -> Response:
    """GET /people — everybody who is known, or who stands for one `organisation`, by name."""
    return _show(reading, "people", organisation=reading.query.get("organisation", ""))


def show_value(reading: Reading) -> Response:
    """GET /value — what was expected and discovered, or of that what stands in one `cell`."""
    return _show(reading, "value", cell=reading.query.get("cell", ""))


def get_people(reading: Reading) -> Response:
    """GET /api/v1/people — everybody who is known, by name."""
    return _answer(reading, "people")


def get_value(reading: Reading) -> Response:
    """GET /api/v1/value — what was expected and what was discovered, the latest first."""
    return _answer(reading, "value")


def _show(reading: Reading, what: str, **only: str) -> Response:
    db, cut = reading.db, reading.cut
    rows, more = _page(reading, what, **only)
    needs: dict[str, Any] = only | {
        "rows": rows,
        "more": more,
        "titles": titles_of(db, [str(row.get("pilot", "")) for row in rows], cut),
        "toast": toast_for(db, just_done(reading)),
        "may_change": reading.may_change,
    }
    return reading.render(f"records/{what}.html", needs)


def _answer(reading: Reading, what: str) -> Response:
    rows, more = _page(reading, what)
    return answer({what: [timeless(row) for row in rows], "next": more})


def _page(reading: Reading, what: str, **only: str) -> tuple[list[RowMapping], int | None]:
    offset = reading.whole("from")
    rows = LISTS[what](reading.db, reading.cut, offset=offset, limit=PAGE_SIZE + 1, **only)
    return list(rows[:PAGE_SIZE]), offset + PAGE_SIZE if len(rows) > PAGE_SIZE else None
