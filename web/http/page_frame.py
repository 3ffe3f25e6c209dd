"""What every template may use: the address it stands at, the frame around it, and who looks on."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request

from domain.kernel.access import Asker
from domain.kernel.moments import stamp
from pilots.request import new_id
from projections.engine.as_of import NOW, Cut
from web.bootstrap import Platform
from web.http.navigation import KEYS, PLACES, Key, Place
from web.http.page import Part
from web.i18n.current import spoken
from web.i18n.languages import languages, own_name

LOOKING = ("as_of", "at", "axis")
ASIDE = ("did", "part", "shown")  # of a query, what says nothing about which page it is


class PageFrame(Part):
    """What every page has besides what it says; a page may say better."""

    as_of: str = ""
    asker: Asker | None = None
    cut: Cut = NOW
    head: int | None = None
    here: Callable[..., str]
    """Gives this address with some of its query said anew, or left out where it says nothing."""
    in_sample: bool
    keeps: tuple[str, ...] = ()
    """Of a query, what a form that looks back carries along."""
    keys: Sequence[Key]
    language: str
    languages: Sequence[tuple[str, str]]
    layout: str = "frame/layout.html"
    local: bool
    looking: str
    """The query that keeps looking at the same past: of as_of, at and axis what is asked for."""
    new_id: Callable[[], str]
    nonce: str
    now: datetime | None = None
    pilot_here: str
    places: Sequence[Place]
    query: Mapping[str, str]
    region: str = ""
    theme: str
    toast: object = None
    today: str


def frame_of(request: Request, shown: Platform, own: Platform, region: str) -> PageFrame:
    """Return the frame around a page, or around the one region of it that is asked for."""
    query = dict(request.query_params)
    theme = request.cookies.get("theme", "")

    def here(**changes: Any) -> str:
        kept = {key: value for key, value in query.items() if key not in ASIDE} | changes
        asked = urlencode({key: value for key, value in kept.items() if value not in ("", None)})
        return f"{request.url.path}?{asked}" if asked else request.url.path

    looking = {key: query[key] for key in LOOKING if query.get(key)}
    return PageFrame(
        here=here,
        in_sample=shown is not own,
        keys=KEYS,
        language=spoken().code,
        languages=[(code, own_name(code)) for code in languages()],
        layout=_layout(request, region),
        local=own.local is not None,
        looking=f"?{urlencode(looking)}" if looking else "",
        new_id=new_id,
        nonce=request.state.nonce,
        pilot_here=request.path_params.get("pilot", ""),
        places=PLACES,
        query=query,
        region=region,
        theme=theme if theme in ("light", "dark") else "",
        today=stamp(shown.pilots.clock())[:10],
    )


def is_partial(request: Request) -> bool:
    """Tell whether htmx asks, for no more than what is in the body of a page."""
    return request.headers.get("hx-request-type") == "partial"


def _layout(request: Request, region: str) -> str:
    if region:
        return "frame/region.html"
    return "frame/part.html" if is_partial(request) else "frame/layout.html"
