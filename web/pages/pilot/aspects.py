"""The pages of a pilot's aspects, and the same answers for programs."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping
from starlette.responses import Response

from domain.kernel.messages import Message, say
from domain.kernel.moments import moment_of
from projections.engine.as_of import Cut
from projections.pilot.known_pilot import known_pilot
from projections.pilot.rules_in_force import settings_of
from projections.records.lookups import pilot_known
from projections.timeline.feed import moment_at
from web.aspects import ASPECTS, Aspect
from web.aspects.view import Looking, View
from web.http.page import Page
from web.http.reading import Reading
from web.http.refusal import Unanswerable
from web.http.responses import answer, plain

TABS = (
    ("", say("Overview")),
    ("charter", say("Charter")),
    *((each.slug, each.title) for each in ASPECTS),
)


class AspectPage(Page, template="pilot/aspect.html"):
    """An aspect of a pilot: each of its views with what it answers."""

    pilot: RowMapping
    tabs: Sequence[tuple[str, Message]]
    tab: str
    aspect: Aspect
    told: Sequence[tuple[View, Any]]


def aspect_page(aspect: Aspect) -> Callable[[Reading], Response]:
    """Return what shows an aspect of a pilot, now or as it was known."""

    def show(reading: Reading) -> Response:
        looking = looking_at(reading)
        page = AspectPage(
            pilot=pilot_at(looking),
            tabs=TABS,
            tab=aspect.slug,
            aspect=aspect,
            told=[(view, view.answer(looking)) for view in aspect.views],
        )
        return reading.render(page)

    return show


def get_aspect(reading: Reading) -> Response:
    """GET /api/v1/pilots/{pilot}/aspects/{aspect} — what the views of an aspect say."""
    found = {aspect.slug: aspect for aspect in ASPECTS}.get(reading.path["aspect"])
    if found is None:
        raise Unanswerable(
            404, say("Ask for one of {names}.", names=", ".join(each.slug for each in ASPECTS))
        )
    looking = looking_at(reading)
    return answer({view.slug: plain(view.answer(looking)) for view in found.views})


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
