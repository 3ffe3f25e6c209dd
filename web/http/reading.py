"""One request as it is read: of which platform, by whom, how far; each worked out once."""

import re
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from datetime import datetime
from functools import cached_property, wraps
from types import TracebackType
from typing import Any, Self, TypeVar

from msgspec import structs
from sqlalchemy import Connection
from starlette.datastructures import FormData, QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from domain.kernel.access import Asker, authorize
from domain.kernel.errors import Invalid, NotAllowed
from domain.kernel.messages import say
from domain.kernel.moments import is_zone, stamp, zone_called
from projections.engine.as_of import NOW, Cut
from web.bootstrap import Platform
from web.http.page import Page, names_in
from web.http.page_frame import frame_of, is_partial
from web.http.refusal import Unanswerable
from web.http.templates import templates
from web.http.threads import in_turn
from web.i18n.current import spoken
from web.i18n.dates import read_day, read_moment
from web.sample.beside import SampleBeside

T = TypeVar("T")
SESSION = "pilotlog-session"
IN_SAMPLE = "pilotlog-sample"
ZONE = "pilotlog-zone"


class SignInFirst(HTTPException):
    """Nobody is signed in; pages lead to where one does so."""


class Reading:
    """The context of one request, made where its route is declared and handed down.

    Everything is worked out when it is first asked for, and once: one query says who asks, one
    how long the history is, and one connection reads the tables until the answer is there.
    """

    def __init__(self, request: Request, *, past: bool = True) -> None:
        """Read a request; without `past` it always looks at what is known now."""
        self.request = request
        self._past = past
        self._opened = ExitStack()
        self._known: dict[str, Any] = {}

    def __enter__(self) -> Self:
        """Read until the block ends, which gives the connection back."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        wrong: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the connection back."""
        self._opened.__exit__(kind, wrong, trace)

    @property
    def query(self) -> QueryParams:
        """Return what the address says behind its question mark."""
        return self.request.query_params

    @property
    def path(self) -> dict[str, Any]:
        """Return what the address says in the places of its route."""
        return self.request.path_params

    @property
    def own(self) -> Platform:
        """Return the platform that knows who is signed in."""
        platform: Platform = self.request.app.state.platform
        return platform

    @property
    def sample(self) -> SampleBeside:
        """Return the sample programme beside one's own log."""
        beside: SampleBeside = self.request.app.state.sample
        return beside

    @cached_property
    def platform(self) -> Platform:
        """Return the platform this is about: one's own log, or the sample one looks round."""
        looks_round = self.request.cookies.get(IN_SAMPLE) == "1"
        return self.sample.open() if looks_round and self.sample.is_told else self.own

    @cached_property
    def asker(self) -> Asker:
        """Return who asks: the owner of the machine under `--local`, or who has signed in.

        Raises SignInFirst where nobody has.
        """
        asker = self.own.local or self.own.accounts.asker(self.request.cookies.get(SESSION, ""))
        try:
            authorize(asker, "read")
        except NotAllowed as refused:
            raise SignInFirst(401, str(refused)) from None
        if self.platform is not self.own:
            asker = self.platform.local
        zone = self.request.cookies.get(ZONE, "")
        zone = zone if is_zone(zone) else asker.zone  # type: ignore[union-attr]  # authorize refuses None
        return Asker(asker.person, asker.name, asker.standing, zone)  # type: ignore[union-attr]  # authorize refuses None

    def must_be_signed_in(self) -> None:
        """Raise SignInFirst where nobody is."""
        _ = self.asker

    @cached_property
    def now(self) -> datetime:
        """Return the moment at which this is asked."""
        return self.platform.pilots.clock()

    @cached_property
    def head(self) -> int:
        """Return how far the history goes; what is shown is at least so new."""
        return self.platform.pilots.head()

    @cached_property
    def cut(self) -> Cut:
        """Return how far the reader looks: `as_of` a day or time, `at` a position."""
        zone = zone_called(self.asker.zone)
        if not self._past:
            return NOW
        as_of = self.query.get("as_of", "").strip()
        at = self.whole("at") if self.query.get("at") else None
        try:
            day = "" if "T" in as_of else read_day(as_of, self.now.astimezone(zone))
            moment = read_moment(day or as_of, zone) if as_of else None
        except Invalid as wrong:
            raise Unanswerable(422, wrong.message) from None
        past = at is not None and at < self.head
        return Cut(moment if moment and moment < stamp(self.now) else None, at if past else None)

    @cached_property
    def db(self) -> Connection:
        """Return the tables, as new as the history was when this was first asked for."""
        return self._opened.enter_context(self.platform.views.reading(self.head))

    @cached_property
    def axis(self) -> str:
        """Return whether things are placed by when they happened or by when they were recorded."""
        axis = self.query.get("axis", "") or "occurred"
        if axis not in ("recorded", "occurred"):
            raise Unanswerable(422, say("`axis` is recorded or occurred."))
        return axis

    def once(self, name: str, make: Callable[[], T]) -> T:
        """Return what several parts of the answer need, made for the first that asks."""
        if name not in self._known:
            self._known[name] = make()
        found: T = self._known[name]
        return found

    @property
    def language(self) -> str:
        """Return the code of the language in which the answer is said."""
        return spoken().code

    @property
    def may_change(self) -> bool:
        """Tell whether what is shown can be changed from here: it is of now, by who may write."""
        return self.cut == NOW and self.asker.standing != "auditor"

    @property
    def part(self) -> str:
        """Return the region of a page that alone is asked for, as htmx does; empty for all."""
        return self.query.get("part", "") if self.is_partial else ""

    @property
    def is_partial(self) -> bool:
        """Tell whether htmx asks, for no more than what is in the body of a page."""
        return is_partial(self.request)

    def whole(self, name: str, default: int = 0) -> int:
        """Return a whole number of the query. Raises 422 where it is none."""
        text = self.query.get(name, "")
        if text and not re.fullmatch(r"[0-9]{1,15}", text):
            raise Unanswerable(422, say("`{name}` is a whole number.", name=name))
        return int(text) if text else default

    def render(self, page: Page, *, status: int = 200) -> Response:
        """Show a page to who asks: all of it, what is in its body for htmx, or one region."""
        return self._rendered(
            page,
            status,
            as_of=self.cut.moment or "",
            asker=self.asker,
            cut=self.cut,
            head=self.head if self._past else None,
            now=self.now,
        )

    def render_to_anybody(self, page: Page, *, status: int = 200) -> Response:
        """Show a page for which nobody has to be signed in."""
        return self._rendered(page, status)

    def _rendered(self, page: Page, status: int, **whose: Any) -> Response:
        shown = templates.get_template(page.template)
        region = self.part if self.part in shown.blocks else ""
        frame = structs.replace(frame_of(self.request, self.platform, self.own, region), **whose)
        return HTMLResponse(shown.render(names_in(frame) | names_in(page)), status)


def writes(
    handler: Callable[[Reading, FormData], Response], *, past: bool = True
) -> Callable[[Request], Awaitable[Response]]:
    """Return an endpoint for a handler that is given the Reading of its request and its form.

    Whoever sends it must be signed in, and waits for their turn among those that write.
    """

    def handle(request: Request, form: FormData) -> Response:
        with Reading(request, past=past) as reading:
            reading.must_be_signed_in()
            return handler(reading, form)

    @wraps(handler)
    async def endpoint(request: Request) -> Response:
        async with request.form(max_files=0) as form:
            return await in_turn(handle, request, form)

    return endpoint


def reads(
    handler: Callable[[Reading], Response], *, past: bool = True, anybody: bool = False
) -> Callable[[Request], Response]:
    """Return an endpoint for a handler that is given the Reading of its request.

    Whoever asks must be signed in, unless it is for `anybody`. Without `past` it looks at what is
    known now, whatever its address says.
    """

    @wraps(handler)
    def endpoint(request: Request) -> Response:
        with Reading(request, past=past) as reading:
            if not anybody:
                reading.must_be_signed_in()
            return handler(reading)

    return endpoint
