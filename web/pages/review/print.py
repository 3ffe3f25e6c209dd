"""A review on one sheet of paper, and as a paragraph to be mailed: exactly what was seen."""

from typing import Any

from starlette.responses import PlainTextResponse, Response

from projections.review.review import ReviewReport, review_of
from web.http.reading import Reading
from web.http.urls import absolute
from web.pages.review.digest import digest_of
from web.pages.review.period import AskedPeriod, asked_period


def show_print(reading: Reading) -> Response:
    """GET /review/print?from=…&to=…&at=… — the review as it was seen at a position, to print."""
    asker, (asked, review) = reading.asker, _printed(reading)
    back = f"/review?{asked.exact}"
    return reading.render_to_anybody(
        "review/print.html", sheet(review, asker.zone, asker.name, back)
    )


def show_digest(reading: Reading) -> Response:
    """GET /review.txt?from=…&to=…&at=… — the review in one paragraph of plain text."""
    asked, review = _printed(reading)
    address = absolute(reading.request, f"/review?{asked.exact}")
    return PlainTextResponse(digest_of(review, reading.asker.zone, address))


def sheet(review: ReviewReport, zone: str, who: str, back: str = "") -> dict[str, Any]:
    """Return what the sheet needs; `back` is where it leads, if anywhere."""
    return {"back": back, "review": review, "who": who, "zone": zone}


def _printed(reading: Reading) -> tuple[AskedPeriod, ReviewReport]:
    """Return a review as the history tells it; a verdict that still waits is no part of that."""
    asked = asked_period(reading)
    return asked, review_of(reading.db, asked.stretch, {})
