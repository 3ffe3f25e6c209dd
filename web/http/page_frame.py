"""What every template may use: the address it stands at, the frame around it, and who looks on."""

from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request

from domain.kernel.moments import stamp
from pilots.request import new_id
from projections.engine.as_of import NOW
from web.bootstrap import Platform
from web.http.navigation import KEYS, PLACES
from web.i18n.current import spoken
from web.i18n.languages import languages, own_name
from web.sample.tour_stops import STOPS

LOOKING = ("as_of", "at", "axis")
ASIDE = ("did", "part", "shown")  # of a query, what says nothing about which page it is


def frame_of(request: Request, shown: Platform, own: Platform) -> dict[str, Any]:
    """Return what templates get besides what their page says; a page may say better."""
    query = dict(request.query_params)
    theme, tour = request.cookies.get("theme", ""), query.get("tour", "")

    def here(**changes: Any) -> str:
        kept = {key: value for key, value in query.items() if key not in ASIDE} | changes
        asked = urlencode({key: value for key, value in kept.items() if value not in ("", None)})
        return f"{request.url.path}?{asked}" if asked else request.url.path

    looking = {key: query[key] for key in LOOKING if query.get(key)}
    return {
        "as_of": "",
        "asker": None,
        "cut": NOW,
        "head": None,
        "here": here,
        "in_sample": shown is not own,
        "keeps": (),
        "language": spoken().code,
        "languages": [(code, own_name(code)) for code in languages()],
        "keys": KEYS,
        "places": PLACES,
        "local": own.local is not None,
        "looking": f"?{urlencode(looking)}" if looking else "",
        "new_id": new_id,
        "nonce": request.state.nonce,
        "pilot_here": request.path_params.get("pilot", ""),
        "query": query,
        "theme": theme if theme in ("light", "dark") else "",
        "toast": None,
        "today": stamp(shown.pilots.clock())[:10],
        "tour": int(tour) if tour in map(str, range(1, len(STOPS) + 1)) else 0,
        "tour_stops": STOPS,
    }
