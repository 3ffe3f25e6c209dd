"""Finding what people wrote, now or as it was known."""

from collections.abc import Sequence

from starlette.responses import Response

from domain.kernel.text import words_of
from projections.records.lookups import names_of
from projections.search.search import search
from web.http.page import Page
from web.http.reading import Reading
from web.pages.search.hits import Hit, hit_of

PAGE_SIZE = 20


class SearchPage(Page, template="search/search.html"):
    """What was found of the words that were asked for, in one pilot or in all."""

    hits: Sequence[Hit]
    asked: str
    best: bool
    more: int | None
    """The position before which it goes on; the best ones come on one page."""


def show_search(reading: Reading) -> Response:
    """GET /search — what was written with these words, newest or best first."""
    db = reading.db
    cut, asked = reading.cut, reading.query.get("q", "").strip()[:200]
    best = reading.query.get("order") == "best"
    before = reading.whole("before") or None
    pilot = reading.query.get("pilot", "")
    rows = search(db, asked, cut, pilot=pilot, best=best, before=before, limit=PAGE_SIZE + 1)
    names = names_of(db, [row["by"] for row in rows], cut)
    hits = [hit_of(row, words_of(asked), names) for row in rows[:PAGE_SIZE]]
    more = hits[-1].position if len(rows) > PAGE_SIZE and not best else None
    return reading.render(SearchPage(hits=hits, asked=asked, best=best, more=more))
