"""The pages of a pilot's aspects, and the same answers for programs."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from domain.kernel.access import Asker
from domain.kernel.messages import say, to_say
from domain.kernel.moments import moment_of
from projections.engine.as_of import Cut
from projections.models.lookups import one
from projections.models.pilots import PILOTS
from projections.models.programmes import settings_of
from projections.pilot.known_pilot import known_pilot
from projections.timeline.feed import moment_at
from web.aspects import ASPECTS, Aspect
from web.aspects.view import Looking
from web.http.context import asker_of, cut_of, platform_of, render
from web.http.responses import answer

TABS = (
    ("", to_say("Overview")),
    ("charter", to_say("Charter")),
    *((each.slug, each.title) for each in ASPECTS),
)


def aspect_page(aspect: Aspect) -> Callable[[Request], Response]:
    """Return what shows an aspect of a pilot, now or as it was known."""

    def show(request: Request) -> Response:
        asker = asker_of(request)
        cut, pilot = cut_of(request, asker), request.path_params["pilot"]
        with platform_of(request).views.reading() as db:
            looking = looking_at(request, db, cut, pilot)
            needs = {
                "pilot": one(db, PILOTS, cut, pilot=pilot),
                "told": [(view, view.answer(looking)) for view in aspect.views],
            }
        return render(request, "aspect.html", common(request, asker, cut, aspect) | needs)

    return show


def get_aspect(request: Request) -> Response:
    """GET /api/v1/pilots/{pilot}/aspects/{aspect} — what the views of an aspect say."""
    cut = cut_of(request, asker_of(request))
    found = {aspect.slug: aspect for aspect in ASPECTS}.get(request.path_params["aspect"])
    if found is None:
        raise HTTPException(
            404, say("Ask for one of {names}.", names=", ".join(each.slug for each in ASPECTS))
        )
    with platform_of(request).views.reading() as db:
        looking = looking_at(request, db, cut, request.path_params["pilot"])
        return answer({view.slug: view.answer(looking) for view in found.views})


def looking_at(request: Request, db: Connection, cut: Cut, pilot: str) -> Looking:
    """Return how a pilot is looked at. Raises 404 where it was not known."""
    rules = Cut() if request.query_params.get("rules") == "today" else cut
    known = known_pilot(db, cut, pilot, rules)
    if known is None:
        raise HTTPException(404, say("No such pilot was known then, or you may not see it."))
    settings = settings_of(db, rules, known.charter.programme)
    return Looking(db, cut, moment_of_cut(request, db, cut), known, settings)


def moment_of_cut(request: Request, db: Connection, cut: Cut) -> Any:
    """Return the moment a cut looks from: now, a day, or when a position was written."""
    if cut.moment is not None:
        return moment_of(cut.moment)
    if cut.position is not None and (at := moment_at(db, cut.position)):
        return moment_of(at)
    return platform_of(request).pilots.clock()


def common(request: Request, asker: Asker, cut: Cut, aspect: Aspect | None) -> dict[str, Any]:
    """Return what every page of a pilot needs."""
    return {
        "as_of": cut.moment or "",
        "asker": asker,
        "aspect": aspect,
        "cut": cut,
        "now": platform_of(request).pilots.clock(),
        "tab": aspect.slug if aspect else "",
        "tabs": [(slug, say(title)) for slug, title in TABS],
    }
