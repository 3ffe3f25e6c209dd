"""The review: what happened in a stretch of time, pilot by pilot, what needs somebody first."""

from collections.abc import Callable
from typing import Any

from starlette.responses import Response

from domain.kernel.errors import Refused
from domain.metrics.participation import PEER_SHARE
from domain.review.attention_signals import HEAVY, SIGNS, WARNING
from domain.review.verdict_signals import SPEAKS
from pilots.store.verdicts import sides_that_wait
from projections.engine.as_of import NOW
from projections.records.lookups import names_of
from projections.review.lines import WEEKS, ReviewLine
from projections.review.period import open_reviews
from projections.review.review import ReviewReport, review_of
from web.accounts.shares import DAYS, MOST_DAYS, ShareLinks
from web.charts.trend import trend
from web.http.last_saved import just_done
from web.http.reading import Reading
from web.http.responses import answer, status_of
from web.http.urls import absolute, url
from web.live.memory import recalled
from web.pages.review.past_reviews import earlier_reviews
from web.pages.review.period import AskedPeriod, asked_period
from web.ui.hints import address_of
from web.ui.toast import toast_for

TALL = 34  # pixels of a line of weeks
LINK = "pilotlog-link"  # a cookie that carries a new link to the one page that shows it
ONLY: dict[str, Callable[[ReviewLine], bool]] = {
    "moved": lambda line: bool(line.moved),
    "wheel": lambda line: line.has_wheel,
    "due": lambda line: bool(line.course.due),
}


def show_review(reading: Reading) -> Response:
    """GET /review?from=…&to=… — what happened since the last review, or between two days."""
    return review_page(reading)


def get_review(reading: Reading) -> Response:
    """GET /api/v1/review?from=…&to=…&after=… — the pilots of a review, by what they need."""
    return answer(_review(reading, asked_period(reading)))


def review_page(reading: Reading, refused: Refused | None = None) -> Response:
    """Show the review, with why a link could not be made where it was refused."""
    if reading.part:
        needs = recalled(reading, lambda: _shown(reading), reading.asker)
        return reading.render("review/review.html", needs)
    needs = _shown(reading) | {"error": str(refused or "")}
    page = reading.render(
        "review/review.html", needs, status=status_of(refused) if refused else 200
    )
    page.delete_cookie(LINK, path=url("/review"))
    return page


def _shown(reading: Reading) -> dict[str, Any]:
    db, asked, only = reading.db, asked_period(reading), reading.query.get("only", "")
    review = _review(reading, asked)
    needs: dict[str, Any] = {
        "asked": asked,
        "earlier": earlier_reviews(db, asked.stretch.cut),
        "may_step": False,
        "may_share": False,
        "links": [],
        "open": [],
        "review": review,
        "toast": toast_for(db, just_done(reading)),
    }
    if reading.cut == NOW:
        needs |= _steps(reading)
    needs["names"] = names_of(db, _people(needs), NOW)
    return needs | {
        "address": absolute(reading.request, ""),
        "address_of": address_of,
        "cut": asked.stretch.cut,
        "exact": asked.exact,
        "dates": asked.dates(reading.asker.zone),
        "keeps": ("from",),  # on other pages it says how far one has leafed
        "explained": {
            "enough": PEER_SHARE.enough,
            "signs": SIGNS,
            "heavy": HEAVY,
            "warning": WARNING,
            "speaks": SPEAKS,
        },
        "lines": [line for line in review.lines if ONLY.get(only, bool)(line)],
        "only": only if only in ONLY else "",
        "trends": {line.pilot: trend(line.peer_weeks, TALL) for line in review.lines},
        "weeks": WEEKS,
    }


def _review(reading: Reading, asked: AskedPeriod) -> ReviewReport:
    waiting = sides_that_wait(reading.platform.history) if asked.stretch.cut == NOW else {}
    return review_of(reading.db, asked.stretch, waiting, offset=reading.whole("after"))


def _steps(reading: Reading) -> dict[str, Any]:
    """Return what can be done with the review: open and close it, and lend it to others."""
    platform, manages = reading.platform, reading.asker.standing == "manager"
    shares = ShareLinks(platform.operations, platform.pilots.clock)
    open_, links = open_reviews(reading.db, NOW), shares.lent() if manages else []
    return {
        "days": (DAYS, MOST_DAYS),
        "links": links,
        "may_share": manages,
        "may_step": reading.asker.standing != "auditor",
        "open": open_,
        "token": reading.request.cookies.get(LINK, ""),
    }


def _people(needs: dict[str, Any]) -> list[str]:
    return [
        *(each.opened_by for each in needs["earlier"]),
        *(row["opened_by"] for row in needs["open"]),
        *(link.made_by for link in needs["links"]),
    ]
