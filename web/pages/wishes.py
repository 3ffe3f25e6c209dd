"""The form of every command, and what happens when it is sent: done, or refused in a sentence."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from domain.access import authorize
from domain.errors import Refused
from pilots.asking import Asking, Receipt
from pilots.commands.base import Command
from pilots.commands.door import read_command
from web.addresses import form_of, page_of
from web.answers import status_of
from web.choices import choices_for, suggestions_for
from web.composer import composer_for
from web.conflict import theirs_of
from web.fields import Field, fields_of
from web.forms import command_id_of, seen_in, typed
from web.http import asker_of, platform_of, render
from web.line.form import fields_told
from web.notices import opening
from web.paths import local_path
from web.subjects import called, changes_in, known_values, subject_of
from web.threads import in_turn

LOG = "log-participation"
OF_ENTRIES = {"changes.occurred_at": ""}
NEW = {"programme.opened.v1": "pilot", "pilot.proposed.v1": "pilot", "review.opened.v1": "review"}


class Sent(Struct, frozen=True):
    """A form that was sent and refused: what was typed, and why it was refused."""

    said: Mapping[str, Any]
    refused: Refused


def wish(kind: type[Command]) -> Route:
    """Route a command: its form on GET, its doing on POST; all bear the command's name."""

    async def page(request: Request) -> Response:
        if request.method != "POST":
            return await run_in_threadpool(_show, request, kind)
        async with request.form(max_files=0) as form:
            said = typed(form, kind)
        return await in_turn(_do, request, kind, said)

    name = kind.called.replace("-", "_")
    return Route(form_of(kind), page, name=name, methods=["GET", "POST"])


def _show(request: Request, kind: type[Command], sent: Sent | None = None) -> Response:
    asker, platform = asker_of(request), platform_of(request)
    authorize(asker, "write")
    values = dict(request.query_params) | dict(sent.said if sent else {})
    error, error_field = (str(sent.refused), sent.refused.field) if sent else ("", "")
    seen, now, given = platform.pilots.head(), platform.pilots.clock(), request.path_params
    with platform.views.reading() as db:
        subject = subject_of(db, given) if given else None
        if given and subject is None:
            raise HTTPException(404, "There is no such thing here, or you may not see it.")
        needs: dict[str, Any] = {"theirs": theirs_of(db, sent.refused, kind) if sent else []}
        if kind.called == LOG:
            values.setdefault("back", _back(request.headers.get("referer", ""), request))
            wrong = {"error": error, "error_field": error_field}
            needs["composer"] = composer_for(db, asker, now, values=values, **wrong)
        else:
            pilot = given.get("pilot") or (subject.get("pilot", "") if subject else "")
            needs["subject"] = called(given, subject) if subject else ""
            needs["fields"] = _fields(db, given, kind, values, pilot, wrong=error_field)
            for field in needs["fields"]:
                wrong = field.name.split(".")[0] == error_field
                field.error = "See above." if wrong else ""
    if sent and not needs["theirs"]:
        seen = seen_in(values) or seen  # what was seen is what was typed on
    back = _back(values.get("back") or request.headers.get("referer", ""), request)
    needs |= {"kind": kind, "error": error, "back": back, "seen": seen, "same": []}
    needs |= {
        "command_id": values.get("command_id"),
        "opens": opening(sent.refused) if sent else None,
    }
    template = "log.html" if kind.called == LOG else "form.html"
    status = status_of(sent.refused) if sent else 200
    return render(request, template, {"asker": asker} | needs, status=status)


def _do(request: Request, kind: type[Command], said: dict[str, Any]) -> Response:
    asker, platform = asker_of(request), platform_of(request)
    try:
        ours = ("command_id", "back", "seen")
        wish = {key: value for key, value in said.items() if key not in ours}
        asking = Asking(
            asker=asker,
            command_id=command_id_of(said),
            body=[request.path_params, wish],
            seen=seen_in(said),
        )
        receipt = platform.pilots.answered(asking, kind.called)
        if receipt is None:
            with platform.views.reading() as db:
                fields = fields_told(db, kind, said, asker, platform.pilots.clock())
                fields |= request.path_params
                fields |= changes_in(db, fields, request.path_params)
            receipt = platform.pilots.carry_out(asking, read_command(kind, fields))
    except Refused as refused:
        return _show(request, kind, Sent(said, refused))
    return RedirectResponse(_onward(request, receipt, said), 303)


def _fields(
    db: Connection,
    given: Mapping[str, str],
    kind: type[Command],
    values: dict[str, Any],
    pilot: str,
    *,
    wrong: str,
) -> list[Field]:
    known = known_values(db, kind.called, given) | values
    fields = fields_of(
        kind,
        known,
        choices_for(db, kind, given, values, pilot),
        frozenset(given),
        suggestions_for(db, kind, pilot or str(values.get("pilot", ""))),
    )
    return [
        field
        for field in fields
        if (not field.name.startswith("changes.") or field.name in known | OF_ENTRIES)
        and (field.name != "override" or wrong == "override" or values.get("override"))
    ]


def _onward(request: Request, receipt: Receipt, said: dict[str, Any]) -> str:
    new = NEW.get(receipt.facts[0].name, "") if receipt.facts else ""
    path = page_of(receipt.stream(new)) or _back(said.get("back", ""), request)
    return f"{path}{'&' if '?' in path else '?'}did={receipt.position}"


def _back(said: str, request: Request) -> str:
    path = local_path(said, request.headers.get("host"))
    return "/" if path.partition("?")[0] == request.url.path else path
