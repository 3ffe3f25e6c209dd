"""The small things every page needs: its platform, who asks, how far they look, its template."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from domain.kernel.access import Asker, authorize
from domain.kernel.errors import Invalid, NotAllowed
from domain.kernel.messages import say
from domain.kernel.moments import stamp
from projections.engine.as_of import Cut
from web.bootstrap import Platform
from web.http.page_frame import frame_of
from web.i18n.bidi import set_apart
from web.i18n.current import gettext, ngettext, sentence
from web.i18n.dates import is_zone, read_moment, zone_called
from web.i18n.formatting import (
    ago,
    capped,
    date_said,
    day_of,
    many,
    number,
    percent,
    square,
    time_of,
)
from web.i18n.template_texts import Marked
from web.sample.beside import SampleBeside

SESSION = "pilotlog-session"
IN_SAMPLE = "pilotlog-sample"

templates = Environment(
    loader=FileSystemLoader(Path(__file__).parents[1] / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    extensions=["jinja2.ext.i18n", Marked],
)
templates.globals.update(gettext=sentence, ngettext=ngettext, many=many)
templates.filters.update(ago=ago, date=date_said, day=day_of, time=time_of)
templates.filters.update(number=number, percent=percent, say=gettext, set_apart=set_apart)
templates.filters.update(capped=capped, square=square)


class SignInFirst(HTTPException):
    """Nobody is signed in; pages lead to where one does so."""


def platform_of(request: Request) -> Platform:
    """Return the platform this request is about: one's own log, or the sample one looks round."""
    beside = sample_beside(request)
    if is_in_sample(request) and beside.is_told:
        return beside.open()
    return own_platform_of(request)


def own_platform_of(request: Request) -> Platform:
    """Return the platform that knows who is signed in."""
    platform: Platform = request.app.state.platform
    return platform


def sample_beside(request: Request) -> SampleBeside:
    """Return the sample programme beside one's own log."""
    beside: SampleBeside = request.app.state.sample
    return beside


def is_in_sample(request: Request) -> bool:
    """Tell whether somebody looks round the sample programme."""
    return request.cookies.get(IN_SAMPLE) == "1"


def asker_of(request: Request) -> Asker:
    """Return who asks: the owner of the machine under `--local`, or who has signed in."""
    own, shown = own_platform_of(request), platform_of(request)
    asker = own.local or own.accounts.asker(request.cookies.get(SESSION, ""))
    try:
        authorize(asker, "read")
    except NotAllowed as refused:
        raise SignInFirst(401, str(refused)) from None
    if shown is not own:
        asker = shown.local
    zone = request.cookies.get("pilotlog-zone", "")
    zone = zone if is_zone(zone) else asker.zone  # type: ignore[union-attr]  # authorize refuses None
    return Asker(asker.person, asker.name, asker.standing, zone)  # type: ignore[union-attr]  # authorize refuses None


def cut_of(request: Request, asker: Asker) -> Cut:
    """Return how far the reader looks: `as_of` a day or time, `at` a position."""
    as_of = request.query_params.get("as_of", "").strip()
    at = whole(request, "at") if request.query_params.get("at") else None
    try:
        moment = read_moment(as_of, zone_called(asker.zone)) if as_of else None
    except Invalid as wrong:
        raise HTTPException(422, str(wrong)) from None
    pilots = platform_of(request).pilots
    now, head = stamp(pilots.clock()), pilots.head()
    request.state.head = head  # what a page shows is at least so new
    past = at is not None and at < head
    return Cut(moment if moment and moment < now else None, at if past else None)


def axis_of(request: Request) -> str:
    """Return whether things are placed by when they happened or by when they were recorded."""
    axis = request.query_params.get("axis", "") or "occurred"
    if axis not in ("recorded", "occurred"):
        raise HTTPException(422, say("`axis` is recorded or occurred."))
    return axis


def whole(request: Request, name: str, default: int = 0) -> int:
    """Return a whole number of the query."""
    text = request.query_params.get(name, "")
    if text and not re.fullmatch(r"[0-9]{1,15}", text):
        raise HTTPException(422, say("`{name}` is a whole number.", name=name))
    return int(text) if text else default


def part_of(request: Request) -> str:
    """Return the region of a page that alone is asked for, as htmx does; empty for all of it."""
    return request.query_params.get("part", "") if _is_partial(request) else ""


def render(
    request: Request, template: str, needs: Mapping[str, Any], *, status: int = 200
) -> Response:
    """Show a template: the whole page, what is in its body for htmx, or one region of it."""
    shown = templates.get_template(template)
    region = region if (region := part_of(request)) in shown.blocks else ""
    frame = frame_of(request, platform_of(request), own_platform_of(request)) | {
        "layout": _layout(request, region),
        "region": region,
    }
    return HTMLResponse(shown.render(frame | dict(needs)), status)


def _layout(request: Request, region: str) -> str:
    if region:
        return "region.html"
    return "part.html" if _is_partial(request) else "layout.html"


def _is_partial(request: Request) -> bool:
    return request.headers.get("hx-request-type") == "partial"
