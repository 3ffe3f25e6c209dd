"""The page of one pilot: what it is for, its numbers, its timeline, and its learning log."""

from typing import Any

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from domain.access import Asker
from pilots.store.verdicts import waiting_verdicts
from projections.charters import CAPABILITIES, MEASURES, MEDIA, MEMBERS
from projections.cut import NOW, Cut
from projections.feed import by_occurrence, latest
from projections.figures import figures_of
from projections.pilots import PILOTS
from projections.presence import on_target
from projections.programmes import PROGRAMMES
from projections.purposes import AUDIENCES, PURPOSES, STAKEHOLDERS
from projections.readiness import READINESS
from projections.reading import all_of, experiments_of, names_of, one
from projections.worth import VALUES
from web.actions import groups_on
from web.aspects.view import Looking
from web.charts.rhythm import rhythm
from web.charts.sparks import spark
from web.charts.window import LANES as DRAWN
from web.composer import composer_for
from web.feed import items_of
from web.holdings import holdings_of
from web.http import asker_of, axis_of, cut_of, platform_of, render, whole
from web.overview import overview_of
from web.pages.aspects import common, looking_at
from web.timeline.picture import timeline_of
from web.timeline.trace import trace_of
from web.timeline.view import SPANS, view_of
from web.toast import toast_for
from web.turning import next_step

LANES = ("lesson", "experiment", "participation", "decision")
PAGE = 150


def show_pilot(request: Request) -> Response:
    """GET /pilots/{pilot} — one pilot, now, as known on a day, or as shown at a position."""
    asker, platform = asker_of(request), platform_of(request)
    cut, did = cut_of(request, asker), whole(request, "did")
    pilot, now = request.path_params["pilot"], platform.pilots.clock()
    with platform.views.reading() as db:
        looking = looking_at(request, db, cut, pilot)
        known: Any = one(db, PILOTS, cut, pilot=pilot)
        if request.headers.get("hx-target") == "section#timeline":
            needs = _timeline(request, db, cut, looking) | common(request, asker, cut, None)
            return render(request, "timeline.html", needs | {"pilot": known})
        needs = {
            "composer": composer_for(db, asker, now, pilot) if cut == NOW else None,
            "groups": groups_on(pilot, known["stage"]),
            "holdings": holdings_of(db, cut, pilot),
            "waiting": list(waiting_verdicts(platform.history, pilot)) if cut == NOW else [],
            "figures": figures_of(db, cut, [pilot])[pilot],
            "on_target": on_target(db, cut, pilot),
            "pilot": known,
            "toast": toast_for(platform, db, did, asker) if did else None,
        }
        needs |= _timeline(request, db, cut, looking) | _charter(db, cut, known)
        needs |= overview_of(looking)
        loops = needs["loops"]
        needs["next_step"] = next_step(pilot, loops.experiment, loops.missing)
        needs |= _log(request, db, cut, asker) | common(request, asker, cut, None)
    may_change = cut == NOW and asker.standing != "auditor"
    return render(request, "pilot.html", needs | {"may_change": may_change})


def _timeline(request: Request, db: Connection, cut: Cut, looking: Looking) -> dict[str, Any]:
    view, pilot = view_of(request), looking.pilot
    traced = trace_of(db, cut, pilot, view.chosen, view.axis) if view.chosen else None
    shown = timeline_of(db, cut, pilot, view=view, traced=traced, until=looking.moment)
    beats = rhythm(shown.entries)
    return {
        "counts": shown.counts,
        "drawn": DRAWN,
        "picture": shown.picture,
        "rhythm": beats,
        "spans": SPANS,
        "traced": traced,
        "view": view,
        "weekly": spark([column.amount for column in beats.columns]) if beats else None,
        "window": shown.window,
    }


def _log(request: Request, db: Connection, cut: Cut, asker: Asker) -> dict[str, Any]:
    axis, pilot = axis_of(request), request.path_params["pilot"]
    lane = lane if (lane := request.query_params.get("lane")) in LANES else ""
    offset, before = whole(request, "from"), whole(request, "before") or None
    rows = (
        latest(db, cut, pilot=pilot, lane=lane, before=before, limit=PAGE)
        if axis == "recorded"
        else by_occurrence(db, cut, pilot, lane=lane, offset=offset, limit=PAGE)
    )
    items, told = items_of(db, rows, cut, asker)
    older = {"from": offset + told}
    if axis == "recorded" and rows:
        older = {"before": rows[told - 1]["position"]}
    goes_on = told < len(rows) or len(rows) == PAGE
    more = older if goes_on else None
    return {"axis": axis, "items": items, "lane": lane, "lanes": LANES, "more": more}


def _charter(db: Connection, cut: Cut, pilot: Any) -> dict[str, Any]:
    members = all_of(db, MEMBERS, cut, pilot["pilot"], limit=50)
    readiness = all_of(db, READINESS, cut, pilot["pilot"])
    people = [*(row["person"] for row in members), *(row["owner"] for row in readiness)]
    programme = one(db, PROGRAMMES, cut, programme=pilot["programme"])
    return {
        "capabilities": all_of(db, CAPABILITIES, cut, pilot["pilot"]),
        "experiments": experiments_of(db, cut, pilot["pilot"], limit=20),
        "measures": all_of(db, MEASURES, cut, pilot["pilot"]),
        "media": all_of(db, MEDIA, cut, pilot["pilot"]),
        "members": members,
        "names": names_of(db, people, cut),
        "expected": [
            row for row in all_of(db, VALUES, cut, pilot["pilot"]) if row["kind"] == "expected"
        ],
        "audiences": all_of(db, AUDIENCES, cut, pilot["pilot"]),
        "purposes": one(db, PURPOSES, cut, pilot=pilot["pilot"]),
        "readiness": readiness,
        "stakeholders": all_of(db, STAKEHOLDERS, cut, pilot["pilot"]),
        "programme": programme["name"] if programme else "",
    }
