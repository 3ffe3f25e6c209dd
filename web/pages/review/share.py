"""A review lent by a link to somebody without an account: read only, and nothing else."""

import re

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from domain.kernel.access import authorize
from domain.kernel.errors import Invalid
from domain.kernel.messages import say, to_say
from domain.kernel.moments import moment_of, stamp
from projections.engine.as_of import NOW, Cut
from projections.models.lookups import names_of
from projections.review.review import review_of
from web.accounts.shares import ShareLinks
from web.http.context import asker_of, platform_of, render
from web.http.redirects import local_path
from web.http.threads import in_turn
from web.pages.review.page import LINK, review_page
from web.pages.review.period import asked_period, stretch_from
from web.pages.review.print import sheet

GONE = to_say("This link leads nowhere, or no longer. Ask whoever gave it to you for a new one.")
WHOLE = re.compile(r"[0-9]{1,4}")
SHOWN_FOR = 60  # seconds in which a new link is shown, once
HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store",
}


async def share_review(request: Request) -> Response:
    """POST /review/share — make a link that shows this review to whoever has it."""
    async with request.form(max_files=0) as form:
        days, back = str(form.get("days", "")), str(form.get("back", ""))
    return await in_turn(_share, request, days, local_path(back))


async def unshare_review(request: Request) -> Response:
    """POST /review/unshare — let a link lead nowhere from now on."""
    async with request.form(max_files=0) as form:
        digest, back = str(form.get("link", "")), str(form.get("back", ""))
    return await in_turn(_unshare, request, digest, local_path(back))


def show_shared(request: Request) -> Response:
    """GET /shared/{token} — the review a link was made for, as it was seen then."""
    platform = platform_of(request)
    lent = _shares(request).find(request.path_params["token"])
    if lent is None:
        return PlainTextResponse(f"{say(GONE)}\n", 404, HEADERS)
    with platform.views.reading() as db:
        position = lent.position if lent.position < platform.pilots.head() else None
        cut = Cut(lent.ends, position)
        asked = stretch_from(db, lent.begins, cut, moment_of(lent.ends), lent.zone)
        review = review_of(db, asked.stretch, {})
        who = names_of(db, [lent.made_by], NOW).get(lent.made_by, "a manager")
    page = render(request, "review_print.html", sheet(review, lent.zone, who))
    page.headers.update(HEADERS)
    return page


def _share(request: Request, days: str, back: str) -> Response:
    asker, platform = asker_of(request), platform_of(request)
    authorize(asker, "manage")
    with platform.views.reading() as db:
        asked = asked_period(request, db, asker)
    shown = {"begins": asked.begins, "ends": stamp(asked.stretch.ends)}
    try:
        token = _shares(request).lend(
            by=asker.person,
            position=asked.stretch.position,
            zone=asker.zone,
            days=int(days) if WHOLE.fullmatch(days) else 0,
            **shown,
        )
    except Invalid as refused:
        return review_page(request, refused)
    answer = RedirectResponse(f"{back}#links", 303)
    secure = request.url.scheme == "https"
    answer.set_cookie(
        LINK, token, SHOWN_FOR, path="/review", httponly=True, samesite="strict", secure=secure
    )
    return answer


def _unshare(request: Request, digest: str, back: str) -> Response:
    asker = asker_of(request)
    authorize(asker, "manage")
    _shares(request).revoke(digest, by=asker.person)
    return RedirectResponse(f"{back}#links", 303)


def _shares(request: Request) -> ShareLinks:
    platform = platform_of(request)
    return ShareLinks(platform.operations, platform.pilots.clock)
