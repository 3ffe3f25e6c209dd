"""The page of one pilot: what it is for, its numbers, its timeline, and its learning log."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from pilots.store.verdicts import waiting_verdicts
from projections.engine.as_of import NOW
from projections.models.lookups import one
from projections.models.pilots import PILOTS
from web.composer.composer import composer_for
from web.http.context import asker_of, cut_of, part_of, platform_of, render
from web.http.last_saved import just_done
from web.pages.pilot.aspects import common, looking_at
from web.pages.pilot.charter import gates_ahead
from web.pages.pilot.numbers import figures, presence_beside
from web.pages.pilot.overview import overview_of
from web.pages.pilot.regions import REGIONS, feed, hero, region_of, timeline
from web.ui.new_notices import show_fired
from web.ui.next_step import next_step
from web.ui.toast import toast_for


def show_pilot(request: Request) -> Response:
    """GET /pilots/{pilot} — one pilot, now, as known on a day, or as shown at a position."""
    asker, platform = asker_of(request), platform_of(request)
    cut = cut_of(request, asker)
    pilot, now = request.path_params["pilot"], platform.pilots.clock()
    may_change = cut == NOW and asker.standing != "auditor"
    base = common(request, asker, cut, None) | {"may_change": may_change}
    if region := REGIONS.get(part_of(request)):
        return render(request, "pilot.html", base | region_of(request, cut, region))
    with platform.views.reading() as db:
        looking = looking_at(request, db, cut, pilot)
        known: Any = one(db, PILOTS, cut, pilot=pilot)
        if request.headers.get("hx-target") == "section#timeline":
            needs = timeline(request, looking, known) | {"pilot": known}
            return render(request, "timeline.html", base | needs)
        needs = {
            "composer": composer_for(db, asker, now, pilot) if cut == NOW else None,
            "gates": gates_ahead(looking) if known["stage"] == "proposed" else [],
            "passed": [],
            "pilot": known,
            "toast": toast_for(db, done := just_done(request)),
            "waiting": list(waiting_verdicts(platform.history, pilot)) if cut == NOW else [],
        }
        needs |= hero(request, looking, known) | overview_of(looking)
        needs |= feed(request, looking, known) | timeline(request, looking, known)
        needs |= figures(request, looking, known) | presence_beside(looking, needs["rhythm"])
        show_fired(db, needs["items"], done, now)
        loops = needs["loops"]
        needs["next_step"] = next_step(pilot, loops.experiment, loops.missing)
    return render(request, "pilot.html", base | needs)
