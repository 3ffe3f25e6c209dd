"""The form of every command, and what happens when it is sent: done, or refused in a sentence."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from msgspec import Struct, structs
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from domain.kernel.access import authorize
from domain.kernel.errors import Refused
from domain.kernel.messages import Text, say
from pilots.application import Pilots
from pilots.commands.base import Command
from pilots.commands.decision import RevisitDecision, TakeDecision
from pilots.commands.parsing import read_command
from pilots.commands.participation import LogParticipation
from pilots.request import CommandRequest, Receipt
from web.composer.composer import composer_for
from web.forms.fields import Field
from web.forms.parsing import command_id_of, fields_from, seen_in, typed
from web.forms.subject import called, changes_in, subject_of
from web.http.page import Page
from web.http.reading import Reading
from web.http.redirects import local_path
from web.http.refusal import Unanswerable
from web.http.responses import JSON, answer, problem, status_of
from web.http.sub_path import path_of
from web.http.threads import in_turn
from web.http.urls import form_of, page_of, redirect
from web.pages.commands.conflict import Theirs, theirs_of
from web.pages.commands.log_line import log_line
from web.pages.commands.prefill import shown_fields
from web.pages.composer.just_logged import just_logged
from web.pages.composer.understood import LogPage
from web.ui.hints import opening

LOG = "log-participation"
BESIDE = ("command_id", "back", "seen", "said_at", "who")  # fields of a form, none of its command
REVIEW = "/review"
CHECK = "check"  # the name of a button that shows a form anew and stores nothing
NEW = {  # what leads to a page of its own once it is there
    "programme.opened.v1": "pilot",
    "pilot.proposed.v1": "pilot",
    "review.opened.v1": "review",
    "decision.taken.v1": "decision",
}


class Sent(Struct, frozen=True):
    """A form that was sent: what was typed, and why it was refused, if it was to be carried out."""

    fields: Mapping[str, Any]
    refused: Refused | None = None


class CommandForm(Page, template="commands/form.html"):
    """The form of a command: of what, with which fields, and why it was refused, if it was."""

    kind: type[Command]
    subject: Text
    fields: Sequence[Field]
    theirs: Sequence[Theirs]
    """What somebody else wrote meanwhile."""
    error: str
    opens: tuple[str, str] | None
    """The form that opens the gate which refused it: its address and its name."""
    back: str
    seen: int
    command_id: str | None


Show = Callable[..., Response]
"""Shows the form of a command: for a reading, its kind, and what was sent, if anything was."""


def wish(kind: type[Command], show: Show | None = None) -> Route:
    """Route a command: its form on GET, its doing on POST; all bear the command's name.

    `show` is its form where it has one of its own.
    """
    show = show or _show

    def shown(request: Request, sent: Sent | None = None) -> Response:
        with Reading(request, past=False) as reading:
            return show(reading, kind, sent)

    def done(request: Request, given: dict[str, Any]) -> Response:
        try:
            with Reading(request, past=False) as reading:
                return _do(reading, kind, given)
        except Refused as refused:
            return shown(request, Sent(given, refused))

    def told(request: Request, given: dict[str, Any]) -> Response:
        try:
            with Reading(request, past=False) as reading:
                return answer({"position": _carried_out(reading, kind, given).position})
        except Refused as refused:
            return problem(status_of(refused), refused.message, refused.field)

    async def page(request: Request) -> Response:
        if request.method != "POST":
            return await run_in_threadpool(shown, request)
        async with request.form(max_files=0) as form:
            given = typed(form, kind)
        if CHECK in given:
            return await run_in_threadpool(shown, request, Sent(given))
        if JSON in request.headers.get("accept", ""):
            return await in_turn(told, request, given)
        return await in_turn(done, request, given)

    name = kind.called.replace("-", "_")
    return Route(form_of(kind), page, name=name, methods=["GET", "POST"])


def _show(reading: Reading, kind: type[Command], sent: Sent | None = None) -> Response:
    authorize(reading.asker, "write")
    values = dict(reading.query) | dict(sent.fields if sent else {})
    if kind.called == LOG and reading.part == "logged":
        return reading.render(LogPage(composer=None, logged_now=just_logged(reading)))
    page = _log if kind.called == LOG else _form
    return reading.render(page(reading, kind, values, sent), status=status_in(sent))


def _log(
    reading: Reading, kind: type[Command], values: dict[str, Any], sent: Sent | None
) -> LogPage:
    del kind
    values.setdefault("back", _back(reading.request.headers.get("referer", ""), reading))
    error, wrong = refusal_in(sent)
    composer = composer_for(
        reading.db, reading.asker, reading.now, values=values, error=error, error_field=wrong
    )
    return LogPage(composer=composer, logged_now=just_logged(reading))


def _form(
    reading: Reading, kind: type[Command], values: dict[str, Any], sent: Sent | None
) -> CommandForm:
    db, given, seen = reading.db, reading.path, reading.head
    subject = subject_of(db, given) if given else None
    if given and subject is None:
        raise Unanswerable(404, say("There is no such thing here, or you may not see it."))
    error, wrong = refusal_in(sent)
    refused = sent.refused if sent else None
    theirs = theirs_of(db, refused, kind) if refused else []
    if sent and not theirs:
        seen = seen_in(values) or seen  # what was seen is what was typed on
    pilot = given.get("pilot") or (subject.get("pilot", "") if subject else "")
    return CommandForm(
        kind=kind,
        subject=called(given, subject) if subject else "",
        fields=shown_fields(db, given, kind, values, pilot, wrong=wrong),
        theirs=theirs,
        error=error,
        opens=opening(refused),
        back=back_in(values, reading),
        seen=seen,
        command_id=values.get("command_id"),
    )


def refusal_in(sent: Sent | None) -> tuple[str, str]:
    """Return why a form was refused and which field is wrong; empty where it was not."""
    refused = sent.refused if sent else None
    return (str(refused), refused.field) if refused else ("", "")


def status_in(sent: Sent | None) -> int:
    """Return the HTTP status of a form: that of the refusal it tells, or 200."""
    return status_of(sent.refused) if sent and sent.refused else 200


def back_in(values: Mapping[str, Any], reading: Reading) -> str:
    """Return where a form leads back to: where it says, or where its reader came from."""
    return _back(values.get("back") or reading.request.headers.get("referer", ""), reading)


def _do(reading: Reading, kind: type[Command], given: dict[str, Any]) -> Response:
    receipt = _carried_out(reading, kind, given)
    return redirect(_onward(reading, receipt, given))


def _carried_out(reading: Reading, kind: type[Command], given: dict[str, Any]) -> Receipt:
    wish = {key: value for key, value in given.items() if key not in BESIDE}
    asking = CommandRequest(
        asker=reading.asker,
        command_id=command_id_of(given),
        body=[reading.path, wish],
        seen=seen_in(given),
    )
    if kind is LogParticipation:
        return log_line(reading, asking, given)
    pilots = reading.platform.pilots
    receipt = pilots.answered(asking, kind.called)
    if receipt is None:
        with reading.platform.views.reading() as db:  # given back before anything is written
            fields = fields_from(db, kind, given, reading.asker, reading.now)
            fields |= reading.path
            fields |= changes_in(db, fields, reading.path)
        receipt = pilots.carry_out(asking, read_command(kind, fields))
    if kind is TakeDecision and given.get("settled_as"):
        _settle(pilots, asking, given)
    return receipt


def _settle(pilots: Pilots, asking: CommandRequest, given: dict[str, Any]) -> None:
    """Say whether the decision before held, as was answered beside the new one."""
    wish = {"decision": given.get("settles"), "held": given["settled_as"]}
    beside = structs.replace(asking, command_id=f"{asking.command_id}:held")
    with suppress(Refused):  # somebody may have said so meanwhile, and the new one stands
        pilots.carry_out(beside, read_command(RevisitDecision, wish))


def _onward(reading: Reading, receipt: Receipt, given: dict[str, Any]) -> str:
    new = next((NEW[fact.name] for fact in receipt.facts if fact.name in NEW), "")
    back = _back(given.get("back", ""), reading)
    goes_on = new == "decision" and back.partition("?")[0] == REVIEW  # with the next pilot
    path = back if goes_on else page_of(receipt.stream(new)) or back
    return f"{path}{'&' if '?' in path else '?'}did={receipt.position}"


def _back(address: str, reading: Reading) -> str:
    path = local_path(address, reading.request.headers.get("host"))
    return "/" if path.partition("?")[0] == path_of(reading.request) else path
