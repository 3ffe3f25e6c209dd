"""A review lent by a link to somebody without an account: read only, and nothing else."""

import re

from starlette.datastructures import FormData
from starlette.responses import PlainTextResponse, Response

from domain.kernel.access import authorize
from domain.kernel.errors import Invalid
from domain.kernel.messages import say
from domain.kernel.moments import moment_of, stamp
from projections.engine.as_of import NOW, Cut
from projections.records.lookups import names_of
from projections.review.review import review_of
from web.accounts.shares import ShareLinks
from web.http.reading import Reading
from web.http.redirects import local_path
from web.http.urls import redirect, url
from web.pages.period import asked_period, stretch_from
from web.pages.review.page import LINK, results_of_review, review_page
from web.pages.review.print import PrintedReview

GONE = say("This link leads nowhere, or no longer. Ask whoever gave it to you for a new one.")
WHOLE = re.compile(r"[0-9]{1,4}")
SHOWN_FOR = 60  # seconds in which a new link is shown, once
HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store",
}


def show_shared(reading: Reading) -> Response:
    """GET /shared/{token} — the review a link was made for, as it was seen then."""
    lent = _shares(reading).find(reading.path["token"])
    if lent is None:
        return PlainTextResponse(f"{GONE}\n", 404, HEADERS)
    db, position = reading.db, lent.position if lent.position < reading.head else None
    cut = Cut(lent.ends, position)
    asked = stretch_from(db, lent.begins, cut, moment_of(lent.ends), lent.zone)
    review = review_of(db, asked.stretch, {})
    who = names_of(db, [lent.made_by], NOW).get(lent.made_by) or say("a manager")
    results = results_of_review(db, asked.stretch, review)
    page = PrintedReview(review=review, results=results, who=who, zone=lent.zone)
    shown = reading.render_to_anybody(page)
    shown.headers.update(HEADERS)
    return shown


def share_review(reading: Reading, form: FormData) -> Response:
    """POST /review/share — make a link that shows this review to whoever has it."""
    asker = reading.asker
    authorize(asker, "manage")
    days, back = str(form.get("days", "")), local_path(str(form.get("back", "")))
    asked = asked_period(reading)
    shown = {"begins": asked.begins, "ends": stamp(asked.stretch.ends)}
    try:
        token = _shares(reading).lend(
            by=asker.person,
            position=asked.stretch.position,
            zone=asker.zone,
            days=int(days) if WHOLE.fullmatch(days) else 0,
            **shown,
        )
    except Invalid as refused:
        return review_page(reading, refused)
    answer = redirect(f"{back}#links")
    secure = reading.request.url.scheme == "https"
    answer.set_cookie(
        LINK, token, SHOWN_FOR, path=url("/review"), httponly=True, samesite="strict", secure=secure
    )
    return answer


def unshare_review(reading: Reading, form: FormData) -> Response:
    """POST /review/unshare — let a link lead nowhere from now on."""
    authorize(reading.asker, "manage")
    back = local_path(str(form.get("back", "")))
    _shares(reading).revoke(str(form.get("link", "")), by=reading.asker.person)
    return redirect(f"{back}#links")


def _shares(reading: Reading) -> ShareLinks:
    platform = reading.platform
    return ShareLinks(platform.operations, platform.pilots.clock)
