"""How the pilot of an address is looked at, and the tabs of its pages."""

from datetime import datetime

from sqlalchemy import RowMapping

from domain.kernel.messages import say
from domain.kernel.moments import moment_of
from projections.engine.as_of import Cut
from projections.pilot.known_pilot import known_pilot
from projections.pilot.rules_in_force import settings_of
from projections.records.lookups import pilot_known
from projections.timeline.feed import moment_at
from web.aspects.view import Looking
from web.http.reading import Reading
from web.http.refusal import Unanswerable

TABS = (
    ("", say("Overview")),
    ("log", say("Log")),
    ("insights", say("Insights")),
    ("charter", say("Charter")),
)


def looking_at(reading: Reading) -> Looking:
    """Return how the pilot of an address is looked at. Raises 404 where it was not known."""
    db, cut, pilot = reading.db, reading.cut, reading.path["pilot"]
    rules = Cut() if reading.query.get("rules") == "today" else cut
    known = known_pilot(db, cut, pilot, rules)
    if known is None:
        raise Unanswerable(404, say("No such pilot was known then, or you may not see it."))
    settings = settings_of(db, rules, known.charter.programme)
    return Looking(db, cut, moment_of_cut(reading), known, settings)


def moment_of_cut(reading: Reading) -> datetime:
    """Return the moment a cut looks from: now, a day, or when a position was written."""
    cut = reading.cut
    if cut.moment is not None:
        return moment_of(cut.moment)
    if cut.position is not None and (at := moment_at(reading.db, cut.position)):
        return moment_of(at)
    return reading.now


def pilot_at(looking: Looking) -> RowMapping:
    """Return the row of a pilot that is known, where somebody looks."""
    row = pilot_known(looking.db, looking.cut, looking.pilot)
    if row is None:
        raise LookupError(looking.pilot)
    return row
