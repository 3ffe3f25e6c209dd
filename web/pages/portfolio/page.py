"""The page of what all pilots learned together, now or as it was known."""

from urllib.parse import urlencode

from starlette.responses import Response

from domain.kernel.moments import FIRST_YEAR, LAST_YEAR, moment_of
from projections.portfolio.activity import history_span
from web.http.page import Page
from web.http.reading import Reading
from web.http.urls import redirect
from web.live.memory import recalled
from web.pages.pilot.looking import moment_of_cut
from web.pages.portfolio.period import end_of, framed, month_of
from web.pages.portfolio.sections import PicturesPart, pictures_of


class TogetherPage(Page, template="portfolio/together.html"):
    """What all pilots learned; `slides` where it is asked for by its slider, or by a link."""

    pictures: PicturesPart
    slides: bool


def show_together(reading: Reading) -> Response:
    """GET /together — pictures across pilots; `month` is the slider and leads to its `as_of`.

    `dots=organisations` joins all who stand for the same one in who works with whom.
    """
    offset, month = reading.whole("from"), reading.whole("month")
    if month:
        return _as_of(reading, month)

    def make() -> PicturesPart:
        joined = reading.query.get("dots") == "organisations"
        frame = framed(reading.db, reading.cut, moment_of_cut(reading), reading.now)
        return pictures_of(frame, offset, joined=joined)

    pictures = recalled(reading, make) if reading.part else make()
    slides = reading.request.headers.get("hx-request") == "true"
    return reading.render(TogetherPage(pictures=pictures, slides=slides))


def _as_of(reading: Reading, month: int) -> Response:
    """Lead to the last day of a month; the last month that anything is known of is now."""
    known = history_span(reading.db)
    last = known.last_known if known else ""
    offset = reading.whole("from")
    asked: dict[str, str] = {"from": str(offset)} if offset else {}
    if dots := reading.query.get("dots"):
        asked["dots"] = dots
    month = min(max(month, FIRST_YEAR * 12), LAST_YEAR * 12)
    if last and month < month_of(moment_of(last)):
        asked["as_of"] = end_of(month)
    return redirect(f"/together?{urlencode(asked)}" if asked else "/together")
