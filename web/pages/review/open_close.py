"""Opening and closing a review from its page: at the place in the history that was shown."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pilots.commands.base import Command
from pilots.commands.parsing import read_command
from pilots.commands.review import CloseReview, OpenReview
from pilots.request import CommandRequest, Receipt
from web.forms.parsing import command_id_of, seen_in
from web.http.context import asker_of, platform_of
from web.http.threads import in_turn

Said = dict[str, str]


async def start_review(request: Request) -> Response:
    """POST /review/start — open a review of the stretch that is shown."""
    return await in_turn(_start, request, await _said(request))


async def end_review(request: Request) -> Response:
    """POST /review/close — close the open review, or open one and close it in one go."""
    return await in_turn(_end, request, await _said(request))


async def _said(request: Request) -> Said:
    async with request.form(max_files=0) as form:
        return {name: str(form[name]) for name in form}


def _start(request: Request, given: Said) -> Response:
    done = _do(request, given, OpenReview, from_=given.get("from"), to=given.get("to"))
    return RedirectResponse(f"/review?did={done.position}", 303)


def _end(request: Request, given: Said) -> Response:
    review = given.get("review", "")
    if not review:
        opened = _do(request, given, OpenReview, from_=given.get("from"), to=given.get("to"))
        review = opened.stream("review")
    done = _do(request, given, CloseReview, review=review)
    return RedirectResponse(f"/review?since=last&did={done.position}", 303)


def _do(request: Request, given: Said, kind: type[Command], **fields: str | None) -> Receipt:
    """Carry one step out; each step of a form is a wish of its own, and is done once."""
    asker, platform = asker_of(request), platform_of(request)
    named = {name.rstrip("_"): value for name, value in fields.items() if value}
    asking = CommandRequest(
        asker=asker,
        command_id=f"{command_id_of(given)}:{kind.called}",
        body=[{}, named],
        seen=seen_in(given),
    )
    done = platform.pilots.answered(asking, kind.called)
    return done or platform.pilots.carry_out(asking, read_command(kind, named))
