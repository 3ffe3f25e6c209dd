"""The page of one pilot: what it is for, its numbers, its timeline, and its learning log."""

from typing import Any

from starlette.responses import Response

from pilots.store.verdicts import waiting_verdicts
from projections.engine.as_of import NOW
from projections.records.lookups import pilot_known
from web.composer.composer import composer_for
from web.http.last_saved import just_done
from web.http.reading import Reading
from web.pages.pilot.aspects import common, looking_at
from web.pages.pilot.charter import gates_ahead
from web.pages.pilot.next_step import next_step
from web.pages.pilot.numbers import figures, presence_beside
from web.pages.pilot.overview import overview_of
from web.pages.pilot.regions import REGIONS, feed, hero, region_of, timeline
from web.ui.new_hints import show_fired
from web.ui.toast import toast_for


def show_pilot(reading: Reading) -> Response:
    """GET /pilots/{pilot} — one pilot, now, as known on a day, or as shown at a position."""
    base = common() | {"may_change": reading.may_change}
    if region := REGIONS.get(reading.part):
        return reading.render("pilot/pilot.html", base | region_of(reading, region))
    db, cut, pilot, now = reading.db, reading.cut, reading.path["pilot"], reading.now
    looking = looking_at(reading)
    known: Any = pilot_known(db, cut, pilot)
    if reading.request.headers.get("hx-target") == "section#timeline":
        needs = timeline(reading, looking, known) | {"pilot": known}
        return reading.render("timeline/timeline.html", base | needs)
    needs = {
        "composer": composer_for(db, reading.asker, now, pilot) if cut == NOW else None,
        "gates": gates_ahead(looking) if known["stage"] == "proposed" else [],
        "passed": [],
        "pilot": known,
        "toast": toast_for(db, done := just_done(reading)),
        "waiting": list(waiting_verdicts(reading.platform.history, pilot)) if cut == NOW else [],
    }
    needs |= hero(reading, looking, known) | overview_of(looking)
    needs |= feed(reading, looking, known) | timeline(reading, looking, known)
    needs |= figures(reading, looking, known) | presence_beside(looking, needs["rhythm"])
    show_fired(db, needs["items"], done, now)
    loops = needs["loops"]
    needs["next_step"] = next_step(pilot, loops.experiment, loops.missing)
    return reading.render("pilot/pilot.html", base | needs)
