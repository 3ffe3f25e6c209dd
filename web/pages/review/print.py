"""A review on one sheet of paper, and as a paragraph to be mailed: exactly what was seen."""

from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from projections.review.review import ReviewReport, review_of
from web.http.context import asker_of, platform_of, render
from web.pages.review.digest import digest_of
from web.pages.review.period import AskedPeriod, asked_period


def show_print(request: Request) -> Response:
    """GET /review/print?from=…&to=…&at=… — the review as it was seen at a position, to print."""
    asker = asker_of(request)
    asked, review = _printed(request)
    back = f"/review?{asked.exact}"
    return render(request, "review_print.html", sheet(review, asker.zone, asker.name, back))


def show_digest(request: Request) -> Response:
    """GET /review.txt?from=…&to=…&at=… — the review in one paragraph of plain text."""
    asked, review = _printed(request)
    address = f"{str(request.base_url).rstrip('/')}/review?{asked.exact}"
    return PlainTextResponse(digest_of(review, asker_of(request).zone, address))


def sheet(review: ReviewReport, zone: str, who: str, back: str = "") -> dict[str, Any]:
    """Return what the sheet needs; `back` is where it leads, if anywhere."""
    return {"back": back, "review": review, "who": who, "zone": zone}


def _printed(request: Request) -> tuple[AskedPeriod, ReviewReport]:
    """Return a review as the history tells it; a verdict that still waits is no part of that."""
    with platform_of(request).views.reading() as db:
        asked = asked_period(request, db, asker_of(request))
        return asked, review_of(db, asked.stretch, {})
