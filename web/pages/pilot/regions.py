"""The regions of a pilot's page that keep up by themselves, each with no more than it needs."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import RowMapping

from domain.kernel.messages import Message
from domain.metrics.metric import Figure
from domain.metrics.weeks import weeks_between
from domain.review.attention_signals import Need, hinted
from domain.rules import RULES
from domain.rules.known import KnownCharter
from domain.rules.rule import Badge
from domain.rules.speaking import badges
from projections.participation.participants import people_since
from projections.records.lookups import names_of
from projections.timeline.feed import by_occurrence, latest
from web.aspects.view import Looking
from web.http.page import Part
from web.http.reading import Reading
from web.pages.composer.just_logged import JustLoggedPart, just_logged
from web.pages.needs.needed import NeedsOfPilot, needs_for
from web.pages.period import stretch_from
from web.pages.pilot.menu import MenuLine, menu_of, verbs_of
from web.pages.results import ShownResult, results_for
from web.timeline.chart.marks import Picture
from web.timeline.chart.window import LANES as DRAWN
from web.timeline.chart.window import Window
from web.timeline.picture import timeline_of
from web.timeline.provenance import Traced, chosen_by_itself, trace_of
from web.timeline.query import SPANS, TimelineQuery, timeline_query_of
from web.ui.feed_items import FeedItem, items_of
from web.ui.hints import address_of

Region = Callable[[Reading, Looking, RowMapping], Part]
LANES = ("lesson", "experiment", "participation", "decision")
PAGE_SIZE = 150
LAST = 5  # entries on the overview
FIRST_ENTRIES = 5  # before which no hint is given


class HeroPart(Part):
    """The head of the page: where the pilot stands, what it is for, what to do."""

    badges: Sequence[tuple[Badge, Message]]
    owner: str
    shown_stage: ShownResult
    week: int
    unanswered_days: int
    """For how many days nobody has said its aim."""
    verbs: Sequence[MenuLine]
    menu: Sequence[MenuLine]


class ResultPart(Part):
    """Whether it works."""

    one: ShownResult
    people_in_month: Figure
    month: date


class NextPart(Part):
    """The one thing to do next, and what waits behind it."""

    need: Need | None
    need_href: str
    later: Sequence[tuple[Need, str]]


class TimelinePart(Part):
    """The learning timeline, the rhythm of the days in it, and what is chosen on it."""

    counts: Mapping[str, int]
    drawn: Mapping[str, Message]
    picture: Picture
    spans: Mapping[str, int]
    time_zone: str
    traced: Traced | None
    view: TimelineQuery
    window: Window


class LatestPart(Part):
    """What was logged last."""

    items: Sequence[FeedItem]


class FeedPart(Part):
    """A page of the log; `more` is what an address says of the next one."""

    axis: str
    items: Sequence[FeedItem]
    lane: str
    more: Mapping[str, int] | None


def hero(reading: Reading, looking: Looking, pilot: RowMapping) -> HeroPart:
    """Return what the head of the page says."""
    charter, owner, one = looking.known.charter, pilot["owner"], _result(reading, pilot)
    is_tried = not one.result.is_over
    return HeroPart(
        badges=badges(RULES, looking.known, looking.moment, looking.settings),
        owner=names_of(looking.db, [owner], looking.cut).get(owner, ""),
        shown_stage=one,
        unanswered_days=(looking.moment - charter.proposed_at).days if is_tried else 0,
        week=_week(charter, looking.moment) if one.result.stage == "running" else 0,
        verbs=verbs_of(pilot, has_measures=bool(looking.known.measures)),
        menu=menu_of(pilot, looking.known.experiments),
    )


def result(reading: Reading, looking: Looking, pilot: RowMapping) -> ResultPart:
    """Return whether the pilot works, with how many took part this month."""
    one = _result(reading, pilot)
    month = one.result.today.replace(day=1)
    people = people_since(looking.db, looking.cut, looking.pilot, month)
    return ResultPart(one=one, people_in_month=people, month=month)


def next_step(reading: Reading, looking: Looking, pilot: RowMapping) -> NextPart:
    """Return the one thing that would help the pilot most; who only looks sees its hints."""
    if reading.may_change:
        needs = needs_for(reading, [pilot])[looking.pilot]
    else:
        needs = NeedsOfPilot(hinted(looking.hints), ())
    is_new = looking.known.turnout.entries < FIRST_ENTRIES
    now = [each for each in needs.now if not (is_new and each.is_hint)]
    waiting = [(each, address_of(each.next, looking.pilot)) for each in [*now[1:], *needs.put_off]]
    need = now[0] if now else None
    href = address_of(need.next, looking.pilot) if need else ""
    return NextPart(need=need, need_href=href, later=waiting)


def timeline(reading: Reading, looking: Looking, pilot: RowMapping) -> TimelinePart:
    """Return the learning timeline."""
    db, cut, pilot_id = looking.db, looking.cut, looking.pilot
    asked = stretch_from(db, "", cut, reading.now, reading.asker.zone)
    view = chosen_by_itself(db, cut, pilot_id, timeline_query_of(reading))
    traced = trace_of(db, cut, pilot_id, view.chosen, view.axis) if view.chosen else None
    shown = timeline_of(
        db,
        cut,
        pilot_id,
        view=view,
        traced=traced,
        measures=_result(reading, pilot).result.measures,
        until=looking.moment,
        since=asked.stretch.starts if asked.after else None,
    )
    return TimelinePart(
        counts=shown.counts,
        drawn=DRAWN,
        picture=shown.picture,
        spans=SPANS,
        time_zone=looking.known.charter.time_zone,
        traced=traced,
        view=view,
        window=shown.window,
    )


def logged_now(reading: Reading, looking: Looking, pilot: RowMapping) -> JustLoggedPart:
    """Return what whoever reads just logged."""
    del pilot
    return just_logged(reading, looking.pilot)


def latest_entries(reading: Reading, looking: Looking, pilot: RowMapping) -> LatestPart:
    """Return the last things that were logged."""
    del pilot
    rows = latest(looking.db, looking.cut, pilot=looking.pilot, limit=PAGE_SIZE)
    items, _ = items_of(looking.db, rows, looking.cut, reading.asker)
    return LatestPart(items=items[:LAST])


def feed(reading: Reading, looking: Looking, pilot: RowMapping) -> FeedPart:
    """Return one page of the log, of all or of one lane."""
    del pilot
    axis, db, cut, pilot_id = reading.axis, looking.db, looking.cut, looking.pilot
    lane = lane if (lane := reading.query.get("lane", "")) in LANES else ""
    offset, before = reading.whole("from"), reading.whole("before") or None
    rows = (
        latest(db, cut, pilot=pilot_id, lane=lane, before=before, limit=PAGE_SIZE)
        if axis == "recorded"
        else by_occurrence(db, cut, pilot_id, lane=lane, offset=offset, limit=PAGE_SIZE)
    )
    items, count = items_of(db, rows, cut, reading.asker)
    older = {"from": offset + count}
    if axis == "recorded" and rows:
        older = {"before": rows[count - 1]["position"]}
    goes_on = count < len(rows) or len(rows) == PAGE_SIZE
    return FeedPart(axis=axis, items=items, lane=lane, more=older if goes_on else None)


def _result(reading: Reading, pilot: RowMapping) -> ShownResult:
    """Return whether the pilot of a page works; worked out once, for all its regions."""
    return reading.once("result", lambda: results_for(reading, [pilot])[pilot["pilot"]])


def _week(charter: KnownCharter, moment: datetime) -> int:
    """Return in which week a pilot is, the first being 1; 0 where that is not known."""
    if charter.started_at is None or charter.started_at > moment:
        return 0
    return len(weeks_between(charter.day_of(charter.started_at), charter.day_of(moment)))


REGIONS: dict[str, Region] = {
    "feed": latest_entries,
    "hero": hero,
    "logged": logged_now,
    "next": next_step,
    "result": result,
    "timeline": timeline,
}
