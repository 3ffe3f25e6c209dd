"""A review on one sheet of paper, and as a paragraph to be mailed: exactly what was seen."""

from collections.abc import Mapping

from starlette.responses import PlainTextResponse, Response

from domain.kernel.messages import Text
from projections.review.review import ReviewReport, review_of
from web.http.page import Page
from web.http.reading import Reading
from web.http.urls import absolute
from web.pages.period import AskedPeriod, asked_period
from web.pages.results import ShownResult
from web.pages.review.digest import digest_of
from web.pages.review.page import results_of_review


class PrintedReview(Page, template="review/print.html"):
    """A review on a sheet; `back` is where it leads, if anywhere."""

    review: ReviewReport
    results: Mapping[str, ShownResult]
    who: Text
    zone: str
    back: str = ""


def show_print(reading: Reading) -> Response:
    """GET /review/print?from=…&to=…&at=… — the review as it was seen at a position, to print."""
    asker, (asked, review) = reading.asker, _printed(reading)
    back = f"/review?{asked.exact}"
    results = results_of_review(reading.db, asked.stretch, review)
    page = PrintedReview(review=review, results=results, who=asker.name, zone=asker.zone, back=back)
    return reading.render_to_anybody(page)


def show_digest(reading: Reading) -> Response:
    """GET /review.txt?from=…&to=…&at=… — the review in one paragraph of plain text."""
    asked, review = _printed(reading)
    address = absolute(reading.request, f"/review?{asked.exact}")
    return PlainTextResponse(digest_of(review, reading.asker.zone, address))


def _printed(reading: Reading) -> tuple[AskedPeriod, ReviewReport]:
    """Return a review as the history tells it; a verdict that still waits is no part of that."""
    asked = asked_period(reading)
    return asked, review_of(reading.db, asked.stretch, {})
