"""What the composer asks while somebody types: what was understood, and who logged the same."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from domain.kernel.access import Asker, authorize
from pilots.commands.participation import LogParticipation
from projections.engine.as_of import NOW
from projections.models.lookups import names_of, people_called
from projections.participation.duplicate_sessions import Session, same_session
from web.composer.composer import composer_for
from web.composer.line.interpret import understand
from web.forms.parsing import typed
from web.http.context import asker_of, platform_of, render
from web.http.threads import in_turn
from web.i18n.dates import zone_called


class Same(Struct, frozen=True):
    """An entry of somebody else that seems to tell the same session."""

    entry: str
    who: str
    text: str
    known_from: str


async def show_understood(request: Request) -> Response:
    """POST /log/understood — the composer with its fields filled from its line; stores nothing."""
    return await _told(request, _understood)


async def show_same(request: Request) -> Response:
    """POST /log/same — entries of others that seem to tell the same session; stores nothing."""
    return await _told(request, _same)


async def _told(request: Request, tell: Callable[..., Response]) -> Response:
    async with request.form(max_files=0) as form:
        given = typed(form, LogParticipation)
    return await in_turn(tell, request, given)


def _understood(request: Request, given: dict[str, Any]) -> Response:
    asker, platform = asker_of(request), platform_of(request)
    authorize(asker, "write")
    now = platform.pilots.clock()
    with platform.views.reading() as db:
        needs: dict[str, Any] = {
            "composer": composer_for(db, asker, now, values=given),
            "same": _same_as(db, asker, now, given),
        }
    is_part = request.headers.get("hx-request-type") == "partial"
    shared = {"asker": asker, "now": now, "part": "_chips.html"}
    return render(request, "fragment.html" if is_part else "log.html", shared | needs)


def _same(request: Request, given: dict[str, Any]) -> Response:
    asker, platform = asker_of(request), platform_of(request)
    authorize(asker, "write")
    now = platform.pilots.clock()
    with platform.views.reading() as db:
        same = _same_as(db, asker, now, given)
    needs = {"asker": asker, "now": now, "part": "_same.html", "same": same, "said": given}
    return render(request, "fragment.html", needs)


def _same_as(db: Connection, asker: Asker, now: datetime, given: dict[str, Any]) -> list[Same]:
    understood = understand(db, given, asker, now)
    fields = understood.said
    names = [name.strip() for name in str(fields["with"]).split(",") if name.strip()]
    along = [person for name in names for person in people_called(db, name, NOW)]
    at = _at(fields, asker, now)
    ours = Session(str(given.get("pilot", "")), asker.person, along, understood.text, at)
    rows = same_session(db, ours, now)
    who = names_of(db, [row["person"] for row in rows], NOW)
    return [
        Same(row["entry"], who.get(row["person"], "Somebody"), row["text"], row["known_from"])
        for row in rows
    ]


def _at(fields: dict[str, Any], asker: Asker, now: datetime) -> datetime:
    try:
        return datetime.fromisoformat(fields["occurred_at"]).replace(tzinfo=zone_called(asker.zone))
    except ValueError:
        return now
