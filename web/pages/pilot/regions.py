"""The regions of a pilot's page that keep up by themselves, each with no more than it needs."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from domain.metrics.weeks import weeks_between
from domain.rules import RULES
from domain.rules.speaking import badges
from projections.records.lookups import members_of, names_of, pilot_known
from projections.records.records import record
from projections.timeline.feed import by_occurrence, latest
from web.aspects.view import Looking
from web.charts.week_heatmap import week_heatmap
from web.http.reading import Reading
from web.live.memory import recalled
from web.pages.pilot.aspects import looking_at
from web.pages.pilot.numbers import figures, presence
from web.timeline.chart.window import LANES as DRAWN
from web.timeline.picture import timeline_of
from web.timeline.provenance import chosen_by_itself, trace_of
from web.timeline.query import SPANS, timeline_query_of
from web.ui.actions import groups_on
from web.ui.feed_items import items_of
from web.ui.hints import shown

Region = Callable[[Reading, Looking, Any], dict[str, Any]]
LANES = ("lesson", "experiment", "participation", "decision")
PAGE_SIZE = 150


def hero(reading: Reading, looking: Looking, pilot: Any) -> dict[str, Any]:
    """Return what the head of the page says: what it is for, who belongs to it, what to do."""
    del reading
    db, cut = looking.db, looking.cut
    members, charter = members_of(db, cut, pilot["pilot"], limit=50), looking.known.charter
    programme = record(db, cut, "programme", pilot["programme"])
    return {
        "badges": badges(RULES, looking.known, looking.moment, looking.settings),
        "groups": groups_on(pilot["pilot"], pilot["stage"]),
        "members": members,
        "names": names_of(db, [row["person"] for row in members], cut),
        "programme": programme["name"] if programme else "",
        "speaking": len(looking.hints),
        "sides": list(dict.fromkeys(row["organisation"] for row in members if row["organisation"])),
        "unanswered_days": (looking.moment - charter.proposed_at).days,
        "week": _week(charter.started_at, looking.moment) if charter.stage == "running" else 0,
    }


def worth_a_look(reading: Reading, looking: Looking, pilot: Any) -> dict[str, Any]:
    """Return what the rules of the method say to look at."""
    del reading, pilot
    return {"hints": [shown(each, looking.pilot) for each in looking.hints]}


def timeline(reading: Reading, looking: Looking, pilot: Any) -> dict[str, Any]:
    """Return the learning timeline, and the rhythm of the days in it."""
    del pilot
    db, cut, pilot_id = looking.db, looking.cut, looking.pilot
    view = chosen_by_itself(db, cut, pilot_id, timeline_query_of(reading))
    traced = trace_of(db, cut, pilot_id, view.chosen, view.axis) if view.chosen else None
    shown = timeline_of(db, cut, pilot_id, view=view, traced=traced, until=looking.moment)
    return {
        "counts": shown.counts,
        "drawn": DRAWN,
        "picture": shown.picture,
        "rhythm": week_heatmap(shown.entries),
        "spans": SPANS,
        "traced": traced,
        "view": view,
        "window": shown.window,
    }


def feed(reading: Reading, looking: Looking, pilot: Any) -> dict[str, Any]:
    """Return one page of the learning log, of all or of one lane."""
    del pilot
    axis, db, cut, pilot_id = reading.axis, looking.db, looking.cut, looking.pilot
    lane = lane if (lane := reading.query.get("lane")) in LANES else ""
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
    more = older if goes_on else None
    return {"axis": axis, "items": items, "lane": lane, "lanes": LANES, "more": more}


def _week(started: datetime | None, moment: datetime) -> int:
    """Return in which week a pilot is, the first being 1; 0 where that is not known."""
    if started is None or started > moment:
        return 0
    return len(weeks_between(started.date(), moment.date()))


def region_of(reading: Reading, region: Region) -> dict[str, Any]:
    """Return what one region of the page needs, the same for all who may see it now."""

    def make() -> dict[str, Any]:
        looking = looking_at(reading)
        pilot = pilot_known(reading.db, reading.cut, looking.pilot)
        return {"pilot": pilot} | region(reading, looking, pilot)

    return dict(recalled(reading, make, reading.asker if region is feed else None))


REGIONS: dict[str, Region] = {
    "feed": feed,
    "figures": figures,
    "hero": hero,
    "notices": worth_a_look,
    "presence": presence,
    "timeline": timeline,
}
