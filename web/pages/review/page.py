"""The review: what happened in a stretch of time, pilot by pilot, what needs somebody first."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from sqlalchemy import Connection, RowMapping
from starlette.responses import Response

from domain.kernel.errors import Refused
from domain.kernel.moments import stamp
from domain.metrics.participation import PEER_SHARE
from domain.review.attention_signals import HEAVY, SIGNS, WARNING, Sign
from domain.review.verdict_signals import SPEAKS, Speaks
from domain.rules.rule import Next
from pilots.store.verdicts import sides_that_wait
from projections.decisions.reasons import last_decided
from projections.engine.as_of import NOW, Cut
from projections.records.lookups import names_of, pilots_named
from projections.review.lines import WEEKS, ReviewLine
from projections.review.period import open_reviews
from projections.review.review import ReviewReport, review_of
from projections.timeline.period import Period
from web.accounts.shares import DAYS, MOST_DAYS, ShareLink, ShareLinks
from web.charts.trend import Trend, trend
from web.http.last_saved import just_done
from web.http.page import Page, Part
from web.http.reading import Reading
from web.http.responses import answer, plain, status_of
from web.http.urls import absolute, url
from web.live.memory import recalled
from web.pages.needs.asked import askable, asked_on
from web.pages.period import AskedPeriod, asked_period
from web.pages.results import ShownResult, results_within
from web.pages.review.past_reviews import Earlier, earlier_reviews
from web.ui.hints import address_of
from web.ui.toast import Toast, toast_for

TALL = 34  # pixels of a line of weeks
LINK = "pilotlog-link"  # a cookie that carries a new link to the one page that shows it
ONLY: dict[str, Callable[[ReviewLine], bool]] = {
    "moved": lambda line: bool(line.moved),
    "wheel": lambda line: line.has_wheel,
    "due": lambda line: bool(line.course.due),
}


class Explained(Struct, frozen=True):
    """How pilots are ranked: the weights of signs and of verdicts, as they are declared."""

    enough: int = PEER_SHARE.enough
    signs: Sequence[Sign] = SIGNS
    heavy: Mapping[str, int] = HEAVY
    warning: int = WARNING
    speaks: Sequence[Speaks] = SPEAKS


class StepsPart(Part):
    """What can be done with a review: open and close it, and lend it to others for some days."""

    days: tuple[int, int] = (DAYS, MOST_DAYS)
    """For how many a link is lent where nothing is said, and for how many at most."""
    links: Sequence[ShareLink] = ()
    may_share: bool = False
    may_step: bool = False
    open: Sequence[RowMapping] = ()
    token: str = ""


class AskPart(Part):
    """Whose owner can be asked how a pilot goes, and when they were."""

    owners: Mapping[str, str]
    """By pilot the name of its owner."""
    asked_owners: Mapping[str, str]
    """By pilot the moment when its owner was asked, until they answer."""


class ReviewPage(Page, template="review/review.html"):
    """The review of a stretch: pilot by pilot, what needs somebody first."""

    review: ReviewReport
    asked: AskedPeriod
    steps: StepsPart
    asks: AskPart
    earlier: Sequence[Earlier]
    names: Mapping[str, str]
    address: str
    address_of: Callable[[Next, str], str]
    cut: Cut
    dates: tuple[str, str]
    error: str
    exact: str
    explained: Explained = Explained()
    keeps: tuple[str, ...] = ("from",)
    """Of the address; on other pages `from` says how far one has leafed."""
    decided: Mapping[str, RowMapping]
    """The last decision about each pilot, where it was taken in this stretch."""
    lines: Sequence[ReviewLine]
    only: str
    results: Mapping[str, ShownResult]
    trends: Mapping[str, Trend]
    weeks: int = WEEKS
    toast: Toast | None


def show_review(reading: Reading) -> Response:
    """GET /review?from=…&to=… — what happened since the last review, or between two days."""
    return review_page(reading)


def get_review(reading: Reading) -> Response:
    """GET /api/v1/review?from=…&to=…&after=… — the pilots of a review, by what they need."""
    return answer(plain(_review(reading, asked_period(reading))))


def review_page(reading: Reading, refused: Refused | None = None) -> Response:
    """Show the review, with why a link could not be made where it was refused."""
    if reading.part:
        return reading.render(recalled(reading, lambda: _shown(reading), reading.asker))
    page = _shown(reading, str(refused or ""))
    answer = reading.render(page, status=status_of(refused) if refused else 200)
    answer.delete_cookie(LINK, path=url("/review"))
    return answer


def _shown(reading: Reading, error: str = "") -> ReviewPage:
    db, asked, only = reading.db, asked_period(reading), reading.query.get("only", "")
    review, earlier = _review(reading, asked), earlier_reviews(reading.db, asked.stretch.cut)
    steps = _steps(reading) if reading.cut == NOW else StepsPart()
    people = [
        *(each.opened_by for each in earlier),
        *(row["opened_by"] for row in steps.open),
        *(link.made_by for link in steps.links),
    ]
    return ReviewPage(
        review=review,
        asked=asked,
        steps=steps,
        asks=_asks(reading, review) if steps.may_step else AskPart(owners={}, asked_owners={}),
        earlier=earlier,
        names=names_of(db, people, NOW),
        address=absolute(reading.request, ""),
        address_of=address_of,
        cut=asked.stretch.cut,
        dates=asked.dates(reading.asker.zone),
        error=error,
        exact=asked.exact,
        decided=_decided(db, asked.stretch, review),
        lines=[line for line in review.lines if ONLY.get(only, bool)(line)],
        only=only if only in ONLY else "",
        results=results_of_review(db, asked.stretch, review),
        trends={line.pilot: _trend(line) for line in review.lines},
        toast=toast_for(db, just_done(reading)),
    )


def results_of_review(
    db: Connection, stretch: Period, review: ReviewReport
) -> dict[str, ShownResult]:
    """Return whether the pilots of a review work, at its end, with what is new in it."""
    rows = pilots_named(db, stretch.cut, [line.pilot for line in review.lines])
    return results_within(db, stretch, rows)


def _asks(reading: Reading, review: ReviewReport) -> AskPart:
    rows = pilots_named(reading.db, reading.cut, [line.pilot for line in review.lines])
    owners = askable(reading, rows)
    names = names_of(reading.db, [*owners.values()], reading.cut) if owners else {}
    return AskPart(
        owners={pilot: names.get(owner, owner) for pilot, owner in owners.items()},
        asked_owners=asked_on(reading, rows),
    )


def _decided(db: Connection, stretch: Period, review: ReviewReport) -> dict[str, RowMapping]:
    last = {line.pilot: last_decided(db, stretch.cut, line.pilot) for line in review.lines}
    starts = stamp(review.starts)
    return {pilot: row for pilot, row in last.items() if row and row["taken_at"] >= starts}


def _trend(line: ReviewLine) -> Trend:
    return trend([week.value for week in line.peer_weeks], TALL)


def _review(reading: Reading, asked: AskedPeriod) -> ReviewReport:
    waiting = sides_that_wait(reading.platform.history) if asked.stretch.cut == NOW else {}
    return review_of(reading.db, asked.stretch, waiting, offset=reading.whole("after"))


def _steps(reading: Reading) -> StepsPart:
    platform, manages = reading.platform, reading.asker.standing == "manager"
    shares = ShareLinks(platform.operations, platform.pilots.clock)
    return StepsPart(
        links=shares.lent() if manages else (),
        may_share=manages,
        may_step=reading.asker.standing != "auditor",
        open=open_reviews(reading.db, NOW),
        token=reading.request.cookies.get(LINK, ""),
    )
