"""The front page: log something, see whether it works, what was learned, and what needs you."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from msgspec import Struct
from sqlalchemy import RowMapping
from starlette.responses import Response

from domain.kernel.moments import day_in, moment_of
from domain.pilot import NOT_OVER, OVER
from domain.review.attention_signals import Need
from projections.engine.as_of import NOW
from projections.learning.success_rate import Success, success_of
from projections.records.lookups import (
    Rows,
    lessons_that_held,
    names_of,
    newest_lessons,
    pilots_by_stage,
    pilots_in_order,
    pilots_of,
    titles_of,
)
from projections.timeline.feed import latest
from web.composer.composer import Composer, composer_for
from web.http.last_saved import just_done
from web.http.page import Page, Part
from web.http.reading import Reading
from web.live.memory import recalled
from web.pages.composer.just_logged import JustLoggedPart, just_logged
from web.pages.needs.needed import needs_for
from web.pages.results import ShownResult, results_for
from web.pages.start.page import start_page
from web.ui.feed_items import FeedItem, items_of
from web.ui.hints import address_of
from web.ui.new_hints import show_fired
from web.ui.toast import Toast, toast_for

READ_AT_ONCE = 150  # facts
LOOKED_AT = 60  # pilots, the newest, of which those shown are chosen
SHOWN = 6  # pilots
LESSONS = 3
NEEDS = 3  # of all pilots together
NEWS = 5


class NeedOfPilot(Struct, frozen=True):
    """What a pilot needs most, and the form in which one does it."""

    pilot: str
    title: str
    need: Need
    href: str


class NewsPart(Part):
    """What happened last in every pilot, by day; `more` is the position before which it goes on."""

    news: Sequence[tuple[date, Sequence[FeedItem]]]
    all_news: bool
    more: int | None


class WorkingPart(Part):
    """Whether the pilots work: those that are tried, and those that are over."""

    working: Sequence[ShownResult]
    over: Sequence[ShownResult]
    pilots: int
    """How many there are in all."""
    may_change: bool


class HomePage(Page, template="home/home.html"):
    """The front page; a region that comes alone leaves out the rest."""

    moved: NewsPart | None
    results: WorkingPart | None
    composer: Composer | None
    logged_now: JustLoggedPart | None
    needs: Sequence[NeedOfPilot]
    lessons: Rows
    names: Mapping[str, str]
    titles: Mapping[str, str]
    toast: Toast | None


class PilotsPage(Page, template="home/pilots.html"):
    """Pilots by stage with their results; `more` is where the next page begins."""

    working: Sequence[ShownResult]
    over: Sequence[ShownResult]
    may_change: bool
    more: int | None
    stage: str
    success: Success


def show_home(reading: Reading) -> Response:
    """GET / — log something, whether it works, what was learned, and what needs you."""
    db, cut, asker, now, part = reading.db, reading.cut, reading.asker, reading.now, reading.part
    if not part and reading.may_change and not pilots_by_stage(db, cut):
        return reading.render(start_page(reading, {"aim": "", "measure": ""}))
    done = just_done(reading)
    lessons = _lessons(reading) if not part else []
    page = HomePage(
        moved=_news(reading) if part in ("", "feed") else None,
        results=recalled(reading, lambda: _working(reading), asker)
        if part in ("", "pilots")
        else None,
        composer=composer_for(db, asker, now) if cut == NOW and not part else None,
        logged_now=just_logged(reading) if part in ("", "logged") else None,
        needs=_needs(reading) if not part else (),
        lessons=lessons,
        names=names_of(db, [row["learned_by"] for row in lessons], cut),
        titles=titles_of(db, [row["pilot"] for row in lessons], cut),
        toast=toast_for(db, done, undoes=False),
    )
    items = [item for _, items in page.moved.news for item in items] if page.moved else []
    show_fired(db, items, done, now)
    return reading.render(page)


def _news(reading: Reading) -> NewsPart:
    all_news = reading.query.get("new") == "all"
    rows = latest(
        reading.db, reading.cut, before=reading.whole("before") or None, limit=READ_AT_ONCE
    )
    items, count = items_of(reading.db, rows, reading.cut, reading.asker)
    shown = items if all_news else items[:NEWS]
    goes_on = all_news and (len(rows) > READ_AT_ONCE - 30 or count < len(rows))
    zone = reading.asker.zone

    def day(item: FeedItem) -> date:
        return day_in(zone, moment_of(item.known_from))

    by_day = [(each, list(group)) for each, group in groupby(shown, day)]
    more = rows[count - 1]["position"] if goes_on else None
    return NewsPart(news=by_day, all_news=all_news, more=more)


def _working(reading: Reading) -> WorkingPart:
    db, cut = reading.db, reading.cut
    rows = _mine_first(reading)
    tried = sorted((row for row in rows if row["stage"] in NOT_OVER), key=_stage)[:SHOWN]
    ended = [row for row in rows if row["stage"] in OVER][:SHOWN]
    shown = list(results_for(reading, [*tried, *ended]).values())
    return WorkingPart(
        working=[each for each in shown if not each.result.is_over],
        over=[each for each in shown if each.result.is_over],
        pilots=sum(pilots_by_stage(db, cut).values()),
        may_change=reading.may_change,
    )


def _stage(row: RowMapping) -> int:
    return ("running", "paused", "proposed").index(row["stage"])


def _mine_first(reading: Reading) -> list[RowMapping]:
    rows = pilots_in_order(reading.db, reading.cut, limit=LOOKED_AT)
    mine = pilots_of(reading.db, reading.cut, reading.asker.person)
    return sorted(rows, key=lambda row: row["pilot"] not in mine)


def _needs(reading: Reading) -> list[NeedOfPilot]:
    """Return what is needed most in the pilots of whoever reads, of all where none is theirs."""
    if not reading.may_change:
        return []
    db, cut = reading.db, reading.cut
    rows = [row for row in _mine_first(reading) if row["stage"] not in OVER]
    if reading.asker.standing == "member":
        mine = pilots_of(db, cut, reading.asker.person)
        rows = [row for row in rows if row["pilot"] in mine]
    rows = rows[:SHOWN]
    titles = {row["pilot"]: row["title"] for row in rows}
    found = needs_for(reading, rows)
    needs = [(pilot, need) for pilot, each in found.items() for need in each.now[:2]]
    needs.sort(key=lambda pair: -pair[1].weight)
    return [
        NeedOfPilot(pilot, titles[pilot], need, address_of(need.next, pilot))
        for pilot, need in needs[:NEEDS]
    ]


def _lessons(reading: Reading) -> list[RowMapping]:
    held = lessons_that_held(reading.db, reading.cut, limit=1)
    newest = newest_lessons(reading.db, reading.cut, limit=LESSONS)
    shown = {row["lesson"]: row for row in [*newest[: LESSONS - len(held)], *held, *newest]}
    return list(shown.values())[:LESSONS]


def show_pilots(reading: Reading) -> Response:
    """GET /pilots — every pilot by its result, those that are tried first."""
    db, cut, offset = reading.db, reading.cut, reading.whole("from")
    stage = reading.query.get("stage", "")
    rows = pilots_in_order(db, cut, stage=stage, offset=offset, limit=21)
    results = list(results_for(reading, rows[:20]).values())
    page = PilotsPage(
        working=[each for each in results if not each.result.is_over],
        over=[each for each in results if each.result.is_over],
        may_change=reading.may_change,
        more=offset + 20 if len(rows) > 20 else None,  # noqa: PLR2004  # a page
        stage=stage,
        success=success_of(db, cut),
    )
    return reading.render(page)
