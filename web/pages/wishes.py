"""The form of every command, and what happens when it is sent: done, or refused in a sentence."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from domain.access import authorize
from domain.errors import Conflict, NotAllowed, Refused, Unknown
from pilots.asking import Asking, Receipt
from pilots.commands.base import Command
from pilots.commands.door import read_command
from web.choices import changes_in, choices_for, current_values, subject_of
from web.composer import composer_for
from web.fields import fields_of
from web.forms import command_id_of, fields_from, typed
from web.http import asker_of, platform_of, render
from web.paths import local_path

STATUS: dict[type[Refused], int] = {Conflict: 409, NotAllowed: 403, Unknown: 404}
LOG = "log-participation"
OF_ENTRIES = {"changes.occurred_at": ""}


def wish(path: str, kind: type[Command]) -> Route:
    """Route a command: its form on GET, its doing on POST; all bear the command's name."""

    async def page(request: Request) -> Response:
        if request.method != "POST":
            return await run_in_threadpool(_show, request, kind)
        async with request.form(max_files=0) as form:
            said = typed(form, kind)
        return await run_in_threadpool(_do, request, kind, said)

    return Route(path, page, name=kind.called.replace("-", "_"), methods=["GET", "POST"])


def status_of(refused: Refused) -> int:
    """Return the HTTP status of a refusal."""
    return STATUS.get(type(refused), 422)


def _show(
    request: Request,
    kind: type[Command],
    said: Mapping[str, Any] | None = None,
    refused: Refused | None = None,
) -> Response:
    asker, platform = asker_of(request), platform_of(request)
    authorize(asker, "write")
    values = dict(request.query_params) | dict(said or {})
    error, error_field = (str(refused), refused.field) if refused else ("", "")
    with platform.views.reading() as db:
        subject = subject_of(db, request.path_params)
        if subject is None:
            raise HTTPException(404, "There is no such thing here, or you may not see it.")
        if kind.called == LOG:
            needs: dict[str, Any] = {
                "composer": composer_for(
                    db, asker, values=values, error=error, error_field=error_field
                )
            }
        else:
            needs = {"fields": _fields(db, request, kind, values, error_field), "subject": subject}
    back = _back(values.get("back") or request.headers.get("referer", ""), request)
    needs |= {"kind": kind, "error": error, "back": back, "command_id": values.get("command_id")}
    template = "log.html" if kind.called == LOG else "form.html"
    status = status_of(refused) if refused else 200
    return render(request, template, {"asker": asker} | needs, status=status)


def _do(request: Request, kind: type[Command], said: dict[str, Any]) -> Response:
    asker, platform = asker_of(request), platform_of(request)
    try:
        wish = {key: value for key, value in said.items() if key not in ("command_id", "back")}
        asking = Asking(
            asker=asker, command_id=command_id_of(said), body=[request.path_params, wish]
        )
        receipt = platform.pilots.answered(asking, kind.called)
        if receipt is None:
            with platform.views.reading() as db:
                fields = fields_from(db, kind, said, asker) | request.path_params
                fields |= changes_in(db, fields, request.path_params)
            receipt = platform.pilots.carry_out(asking, read_command(kind, fields))
    except Refused as refused:
        return _show(request, kind, said, refused)
    return RedirectResponse(_onward(request, receipt, said), 303)


def _fields(
    db: Connection,
    request: Request,
    kind: type[Command],
    values: dict[str, Any],
    error_field: str,
) -> list[Any]:
    given = frozenset(request.path_params)
    choices = choices_for(db, kind, request.path_params, values)
    known = current_values(db, request.path_params) | values
    fields = [
        field
        for field in fields_of(kind, known, choices, given)
        if not field.name.startswith("changes.") or field.name in known | OF_ENTRIES
    ]
    for field in fields:
        field.error = "" if field.name.split(".")[0] != error_field else "See above."
    return fields


def _onward(request: Request, receipt: Receipt, said: dict[str, Any]) -> str:
    back = _back(said.get("back", ""), request)
    new = receipt.facts and receipt.facts[0].name in ("programme.opened.v1", "pilot.proposed.v1")
    pilot = receipt.stream("pilot")
    path = f"/pilots/{pilot}" if new and pilot else back
    return f"{path}{'&' if '?' in path else '?'}did={receipt.position}"


def _back(said: str, request: Request) -> str:
    path = local_path(said, request.headers.get("host"))
    return "/" if path.partition("?")[0] == request.url.path else path
