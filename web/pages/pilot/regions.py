"""The regions of a pilot's page that keep up by themselves, each with no more than it needs."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import RowMapping

from domain.kernel.messages import Message
from domain.metrics.weeks import weeks_between
from domain.rules import RULES
from domain.rules.known import KnownCharter
from domain.rules.rule import Badge
from domain.rules.speaking import badges
from projections.records.lookups import Rows, members_of, names_of
from projections.records.records import record
from projections.timeline.feed import by_occurrence, latest
from web.aspects.view import Looking
from web.charts.week_heatmap import WeekHeatmap, week_heatmap
from web.http.page import Part
from web.http.reading import Reading
from web.pages.pilot.numbers import figures, presence
from web.timeline.chart.marks import Picture
from web.timeline.chart.window import LANES as DRAWN
from web.timeline.chart.window import Window
from web.timeline.picture import timeline_of
from web.timeline.provenance import Traced, chosen_by_itself, trace_of
from web.timeline.query import SPANS, TimelineQuery, timeline_query_of
from web.ui.actions import Action, groups_on
from web.ui.feed_items import FeedItem, items_of
from web.ui.hints import Shown, shown

Region = Callable[[Reading, Looking, RowMapping], Part]
LANES = ("lesson", "experiment", "participation", "decision")
PAGE_SIZE = 150


class HeroPart(Part):
    """The head of the page: what a pilot is for, who belongs to it, what to do."""

    badges: Sequence[tuple[Badge, Message]]
    groups: Mapping[Message, Sequence[Action]]
    members: Rows
    names: Mapping[str, str]
    programme: str
    speaking: int
    """How many hints there are."""
    sides: Sequence[str]
    """The organisations its members stand for."""
    unanswered_days: int
    week: int


class HintsPart(Part):
    """What the rules of the method say to look at."""

    hints: Sequence[Shown]


class TimelinePart(Part):
    """The learning timeline, the rhythm of the days in it, and what is chosen on it."""

    counts: Mapping[str, int]
    drawn: Mapping[str, Message]
    picture: Picture
    rhythm: WeekHeatmap | None
    spans: Mapping[str, tuple[str, int]]
    time_zone: str
    traced: Traced | None
    view: TimelineQuery
    window: Window


class FeedPart(Part):
    """A page of the learning log; `more` is what an address says of the next one."""

    axis: str
    items: Sequence[FeedItem]
    lane: str
    more: Mapping[str, int] | None


def hero(reading: Reading, looking: Looking, pilot: RowMapping) -> HeroPart:
    """Return what the head of the page says."""
    del reading
    db, cut = looking.db, looking.cut
    members, charter = members_of(db, cut, pilot["pilot"], limit=50), looking.known.charter
    programme = record(db, cut, "programme", pilot["programme"])
    return HeroPart(
        badges=badges(RULES, looking.known, looking.moment, looking.settings),
        groups=groups_on(pilot["pilot"], pilot["stage"]),
        members=members,
        names=names_of(db, [row["person"] for row in members], cut),
        programme=programme["name"] if programme else "",
        speaking=len(looking.hints),
        sides=list(dict.fromkeys(row["organisation"] for row in members if row["organisation"])),
        unanswered_days=(looking.moment - charter.proposed_at).days,
        week=_week(charter, looking.moment) if charter.stage == "running" else 0,
    )


def worth_a_look(reading: Reading, looking: Looking, pilot: RowMapping) -> HintsPart:
    """Return what the rules of the method say to look at."""
    del reading, pilot
    return HintsPart(hints=[shown(each, looking.pilot) for each in looking.hints])


def timeline(reading: Reading, looking: Looking, pilot: RowMapping) -> TimelinePart:
    """Return the learning timeline, and the rhythm of the days in it."""
    del pilot
    db, cut, pilot_id = looking.db, looking.cut, looking.pilot
    view = chosen_by_itself(db, cut, pilot_id, timeline_query_of(reading))
    traced = trace_of(db, cut, pilot_id, view.chosen, view.axis) if view.chosen else None
    shown = timeline_of(db, cut, pilot_id, view=view, traced=traced, until=looking.moment)
    return TimelinePart(
        counts=shown.counts,
        drawn=DRAWN,
        picture=shown.picture,
        rhythm=week_heatmap(shown.entries),
        spans=SPANS,
        time_zone=looking.known.charter.time_zone,
        traced=traced,
        view=view,
        window=shown.window,
    )


def feed(reading: Reading, looking: Looking, pilot: RowMapping) -> FeedPart:
    """Return one page of the learning log, of all or of one lane."""
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


def _week(charter: KnownCharter, moment: datetime) -> int:
    """Return in which week a pilot is, the first being 1; 0 where that is not known."""
    if charter.started_at is None or charter.started_at > moment:
        return 0
    return len(weeks_between(charter.day_of(charter.started_at), charter.day_of(moment)))


REGIONS: dict[str, Region] = {
    "feed": feed,
    "figures": figures,
    "hero": hero,
    "notices": worth_a_look,
    "presence": presence,
    "timeline": timeline,
}
