"""The page of one pilot: what it is for, its numbers, its timeline, and its learning log."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from domain.moments import moment_of
from pilots.store.verdicts import waiting_verdicts
from projections.charters import CAPABILITIES, MEASURES, MEDIA, MEMBERS
from projections.cut import NOW, Cut
from projections.feed import days_of, marks_of
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
from web.charts.marks import Bar, Picture, Point
from web.charts.timeline import SPANS, draw
from web.composer import composer_for
from web.holdings import holdings_of
from web.http import asker_of, axis_of, cut_of, part_of, platform_of, render, whole
from web.overview import overview_of
from web.pages.aspects import common, looking_at
from web.pages.pilot_regions import ALONE, feed, region_of
from web.telling import fact_of, tell
from web.toast import toast_for

DRAWN = (
    "pilot.proposed.v1",
    "pilot.started.v1",
    "pilot.extended.v1",
    "pilot.medium-swapped.v1",
    "pilot.closed.v1",
    "decision.taken.v1",
)  # of a pilot's own facts, those that turn its course


def show_pilot(request: Request) -> Response:
    """GET /pilots/{pilot} — one pilot, now, as known on a day, or as shown at a position."""
    asker, platform = asker_of(request), platform_of(request)
    cut, did = cut_of(request, asker), whole(request, "did")
    pilot, now = request.path_params["pilot"], platform.pilots.clock()
    may_change = cut == NOW and asker.standing != "auditor"
    base = common(request, asker, cut, None) | {"may_change": may_change}
    if told := REGIONS.get(part_of(request)):
        return render(request, "pilot.html", base | region_of(request, cut, told))
    with platform.views.reading() as db:
        looking = looking_at(request, db, cut, pilot)
        known: Any = one(db, PILOTS, cut, pilot=pilot)
        needs: dict[str, Any] = {
            "composer": composer_for(db, asker, now, pilot) if cut == NOW else None,
            "groups": groups_on(pilot, known["stage"]),
            "holdings": holdings_of(db, cut, pilot),
            "waiting": list(waiting_verdicts(platform.history, pilot)) if cut == NOW else [],
            "pilot": known,
            "figures": figures_of(db, cut, [pilot])[pilot],
            "on_target": on_target(db, cut, pilot),
            "toast": toast_for(platform, db, did, asker) if did else None,
        }
        needs |= _charter(db, cut, known) | overview_of(looking)
        needs |= feed(request, looking, known) | _drawn(request, looking, known)
    return render(request, "pilot.html", base | needs)


def _drawn(request: Request, looking: Looking, _: Any) -> dict[str, Any]:
    axis, pilot = axis_of(request), looking.pilot
    span = span if (span := request.query_params.get("span")) in SPANS else ""
    until = looking.moment
    picture = _picture(looking.db, looking.cut, pilot, axis=axis, until=until, span=span)
    return {"axis": axis, "picture": picture, "span": span, "spans": SPANS}


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


def _picture(
    db: Connection, cut: Cut, pilot: str, *, axis: str, until: datetime, span: str
) -> Picture:
    points = []
    for row in marks_of(db, cut, pilot):
        if row["lane"] == "decision" and row["name"] not in DRAWN:
            continue
        at = row["occurred_at"] if axis == "occurred" else row["known_from"]
        label, _ = tell(fact_of(row["name"], row["data"]), {})
        href = f"/pilots/{pilot}/events?stream={row['stream']}"
        points.append(Point(row["lane"], moment_of(at), _short(label), href))
    bars = [
        Bar(
            start=moment_of(trial["started_at"] or trial["planned_at"]),
            end=moment_of(trial["ended_at"]) if trial["ended_at"] else None,
            label=_short(trial["title"]),
            tone=trial["result"] or trial["trial"],
            href=f"/pilots/{pilot}/events?stream={trial['experiment']}",
        )
        for trial in experiments_of(db, cut, pilot)
    ]
    days = days_of(db, cut, pilot, axis)
    entries = f"/pilots/{pilot}/events?name=participation.logged.v1"
    return draw(points, bars, days, until=until, span=span, href_of_days=entries)


REGIONS = ALONE | {"timeline": _drawn}


def _short(label: str) -> str:
    return label if len(label) <= 28 else f"{label[:26].rstrip()}…"  # noqa: PLR2004  # what fits beside a mark
