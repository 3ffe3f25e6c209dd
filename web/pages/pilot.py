"""The page of one pilot: what it is for, its numbers, its timeline, and its learning log."""

from typing import Any

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from pilots.store.verdicts import waiting_verdicts
from projections.charters import CAPABILITIES, MEASURES, MEDIA, MEMBERS
from projections.cut import NOW, Cut
from projections.pilots import PILOTS
from projections.programmes import PROGRAMMES
from projections.purposes import AUDIENCES, PURPOSES, STAKEHOLDERS
from projections.readiness import READINESS
from projections.reading import all_of, experiments_of, names_of, one
from projections.worth import VALUES
from web.actions import groups_on
from web.composer import composer_for
from web.fired import show_fired
from web.holdings import holdings_of
from web.http import asker_of, cut_of, part_of, platform_of, render
from web.just_done import just_done
from web.overview import overview_of
from web.pages.aspects import common, looking_at
from web.pages.pilot_regions import REGIONS, feed, figures, region_of, timeline
from web.toast import toast_for
from web.turning import next_step


def show_pilot(request: Request) -> Response:
    """GET /pilots/{pilot} — one pilot, now, as known on a day, or as shown at a position."""
    asker, platform = asker_of(request), platform_of(request)
    cut = cut_of(request, asker)
    pilot, now = request.path_params["pilot"], platform.pilots.clock()
    may_change = cut == NOW and asker.standing != "auditor"
    base = common(request, asker, cut, None) | {"may_change": may_change}
    if told := REGIONS.get(part_of(request)):
        return render(request, "pilot.html", base | region_of(request, cut, told))
    with platform.views.reading() as db:
        looking = looking_at(request, db, cut, pilot)
        known: Any = one(db, PILOTS, cut, pilot=pilot)
        if request.headers.get("hx-target") == "section#timeline":
            needs = timeline(request, looking, known) | {"pilot": known}
            return render(request, "timeline.html", base | needs)
        needs = {
            "composer": composer_for(db, asker, now, pilot) if cut == NOW else None,
            "groups": groups_on(pilot, known["stage"]),
            "holdings": holdings_of(db, cut, pilot),
            "waiting": list(waiting_verdicts(platform.history, pilot)) if cut == NOW else [],
            "pilot": known,
            "toast": toast_for(db, done := just_done(request)),
        }
        needs |= _charter(db, cut, known) | overview_of(looking)
        needs |= feed(request, looking, known) | figures(request, looking, known)
        show_fired(db, needs["items"], done, now)
        loops = needs["loops"]
        needs["next_step"] = next_step(pilot, loops.experiment, loops.missing)
    return render(request, "pilot.html", base | needs)


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
