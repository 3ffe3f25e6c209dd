"""The form of every command, and what happens when it is sent: done, or refused in a sentence."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from domain.kernel.access import authorize
from domain.kernel.errors import Refused
from domain.kernel.messages import say
from pilots.commands.base import Command
from pilots.commands.parsing import read_command
from pilots.request import CommandRequest, Receipt
from web.composer.composer import composer_for
from web.forms.parsing import command_id_of, seen_in, typed
from web.forms.subject import called, changes_in, subject_of
from web.http.context import asker_of, platform_of, render
from web.http.redirects import local_path
from web.http.responses import status_of
from web.http.threads import in_turn
from web.http.urls import form_of, page_of
from web.pages.commands.composer_fields import fields_told
from web.pages.commands.conflict import theirs_of
from web.pages.commands.prefill import shown_fields
from web.ui.notices import opening

LOG = "log-participation"
CHECK = "check"  # the name of a button that shows a form anew and stores nothing
NEW = {  # what leads to a page of its own once it is there
    "programme.opened.v1": "pilot",
    "pilot.proposed.v1": "pilot",
    "review.opened.v1": "review",
    "decision.taken.v1": "decision",
}


class Sent(Struct, frozen=True):
    """A form that was sent: what was typed, and why it was refused, if it was to be carried out."""

    said: Mapping[str, Any]
    refused: Refused | None = None


Show = Callable[..., Response]
"""Shows the form of a command: for a request, its kind, and what was sent, if anything was."""


def wish(kind: type[Command], show: Show | None = None) -> Route:
    """Route a command: its form on GET, its doing on POST; all bear the command's name.

    `show` is its form where it has one of its own.
    """
    show = show or _show

    async def page(request: Request) -> Response:
        if request.method != "POST":
            return await run_in_threadpool(show, request, kind)
        async with request.form(max_files=0) as form:
            given = typed(form, kind)
        if CHECK in given:
            return await run_in_threadpool(show, request, kind, Sent(given))
        return await in_turn(_do, request, kind, show, given)

    name = kind.called.replace("-", "_")
    return Route(form_of(kind), page, name=name, methods=["GET", "POST"])


def _show(request: Request, kind: type[Command], sent: Sent | None = None) -> Response:
    asker, platform = asker_of(request), platform_of(request)
    authorize(asker, "write")
    values = dict(request.query_params) | dict(sent.said if sent else {})
    error, error_field = said_of(sent)
    seen, now, given = platform.pilots.head(), platform.pilots.clock(), request.path_params
    with platform.views.reading() as db:
        subject = subject_of(db, given) if given else None
        if given and subject is None:
            raise HTTPException(404, say("There is no such thing here, or you may not see it."))
        refused = sent.refused if sent else None
        needs: dict[str, Any] = {"theirs": theirs_of(db, refused, kind) if refused else []}
        if kind.called == LOG:
            values.setdefault("back", _back(request.headers.get("referer", ""), request))
            wrong = {"error": error, "error_field": error_field}
            needs["composer"] = composer_for(db, asker, now, values=values, **wrong)
        else:
            pilot = given.get("pilot") or (subject.get("pilot", "") if subject else "")
            needs["subject"] = called(given, subject) if subject else ""
            needs["fields"] = shown_fields(db, given, kind, values, pilot, wrong=error_field)
    if sent and not needs["theirs"]:
        seen = seen_in(values) or seen  # what was seen is what was typed on
    needs |= {"kind": kind, "error": error, "back": back_in(values, request), "seen": seen}
    needs |= {"command_id": values.get("command_id"), "opens": opening(refused), "same": []}
    template = "log.html" if kind.called == LOG else "form.html"
    return render(request, template, {"asker": asker} | needs, status=status_in(sent))


def said_of(sent: Sent | None) -> tuple[str, str]:
    """Return why a form was refused and which field is wrong; empty where it was not."""
    refused = sent.refused if sent else None
    return (str(refused), refused.field) if refused else ("", "")


def status_in(sent: Sent | None) -> int:
    """Return the status with which a form is shown."""
    return status_of(sent.refused) if sent and sent.refused else 200


def back_in(values: Mapping[str, Any], request: Request) -> str:
    """Return where a form leads back to: where it says, or where its reader came from."""
    return _back(values.get("back") or request.headers.get("referer", ""), request)


def _do(request: Request, kind: type[Command], show: Show, given: dict[str, Any]) -> Response:
    asker, platform = asker_of(request), platform_of(request)
    try:
        ours = ("command_id", "back", "seen")
        wish = {key: value for key, value in given.items() if key not in ours}
        asking = CommandRequest(
            asker=asker,
            command_id=command_id_of(given),
            body=[request.path_params, wish],
            seen=seen_in(given),
        )
        receipt = platform.pilots.answered(asking, kind.called)
        if receipt is None:
            with platform.views.reading() as db:
                fields = fields_told(db, kind, given, asker, platform.pilots.clock())
                fields |= request.path_params
                fields |= changes_in(db, fields, request.path_params)
            receipt = platform.pilots.carry_out(asking, read_command(kind, fields))
    except Refused as refused:
        return show(request, kind, Sent(given, refused))
    return RedirectResponse(_onward(request, receipt, given), 303)


def _onward(request: Request, receipt: Receipt, given: dict[str, Any]) -> str:
    new = next((NEW[fact.name] for fact in receipt.facts if fact.name in NEW), "")
    path = page_of(receipt.stream(new)) or _back(given.get("back", ""), request)
    return f"{path}{'&' if '?' in path else '?'}did={receipt.position}"


def _back(address: str, request: Request) -> str:
    path = local_path(address, request.headers.get("host"))
    return "/" if path.partition("?")[0] == request.url.path else path
