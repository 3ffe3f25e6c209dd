"""Lists of things across all pilots: the people, and what the pilots turned out to be worth."""

from collections.abc import Callable, Mapping

from starlette.responses import Response

from projections.records.lookups import Rows, people_by_name, titles_of, values_in_order
from web.http.last_saved import just_done
from web.http.page import Page
from web.http.reading import Reading
from web.http.responses import answer, timeless
from web.ui.toast import Toast, toast_for

PAGE_SIZE = 40


class PeoplePage(Page, template="records/people.html"):
    """Everybody who is known, or who stands for one organisation."""

    organisation: str
    rows: Rows
    more: int | None
    toast: Toast | None
    may_change: bool


class ValuePage(Page, template="records/value.html"):
    """What was expected and discovered, in all pilots or in one cell of the outcome grid."""

    cell: str
    rows: Rows
    titles: Mapping[str, str]
    more: int | None
    toast: Toast | None


def show_people(reading: Reading) -> Response:
    """GET /people — everybody who is known, or who stands for one `organisation`, by name."""
    organisation = reading.query.get("organisation", "")
    rows, more = _rows(reading, people_by_name, organisation=organisation)
    page = PeoplePage(
        organisation=organisation,
        rows=rows,
        more=more,
        toast=toast_for(reading.db, just_done(reading)),
        may_change=reading.may_change,
    )
    return reading.render(page)


def show_value(reading: Reading) -> Response:
    """GET /value — what was expected and discovered, or of that what stands in one `cell`."""
    db, cell = reading.db, reading.query.get("cell", "")
    rows, more = _rows(reading, values_in_order, cell=cell)
    page = ValuePage(
        cell=cell,
        rows=rows,
        titles=titles_of(db, [row["pilot"] for row in rows], reading.cut),
        more=more,
        toast=toast_for(db, just_done(reading)),
    )
    return reading.render(page)


def get_people(reading: Reading) -> Response:
    """GET /api/v1/people — everybody who is known, by name."""
    return _answer("people", *_rows(reading, people_by_name))


def get_value(reading: Reading) -> Response:
    """GET /api/v1/value — what was expected and what was discovered, the latest first."""
    return _answer("value", *_rows(reading, values_in_order))


def _answer(name: str, rows: Rows, more: int | None) -> Response:
    return answer({name: [timeless(row) for row in rows], "next": more})


def _rows(reading: Reading, find: Callable[..., Rows], **only: str) -> tuple[Rows, int | None]:
    """Return one page of rows, and where the next one begins, if there is one."""
    offset = reading.whole("from")
    rows = find(reading.db, reading.cut, offset=offset, limit=PAGE_SIZE + 1, **only)
    return rows[:PAGE_SIZE], offset + PAGE_SIZE if len(rows) > PAGE_SIZE else None
