"""Closing a review from its page: at the place in the history that was shown."""

from starlette.datastructures import FormData
from starlette.responses import Response

from pilots.commands.base import Command
from pilots.commands.parsing import read_command
from pilots.commands.review import CloseReview, OpenReview
from pilots.request import CommandRequest, Receipt
from web.forms.parsing import command_id_of, seen_in
from web.http.reading import Reading
from web.http.urls import redirect


def end_review(reading: Reading, form: FormData) -> Response:
    """POST /review/close — close the open review, or open one and close it in one go."""
    given = _texts(form)
    review = given.get("review", "")
    if not review:
        opened = _do(reading, given, OpenReview, from_=given.get("from"), to=given.get("to"))
        review = opened.stream("review")
    done = _do(reading, given, CloseReview, review=review)
    return redirect(f"/review?since=last&did={done.position}")


def _texts(form: FormData) -> dict[str, str]:
    return {name: str(form[name]) for name in form}


def _do(
    reading: Reading, given: dict[str, str], kind: type[Command], **fields: str | None
) -> Receipt:
    """Carry one step out; each step of a form is a wish of its own, and is done once."""
    pilots = reading.platform.pilots
    named = {name.rstrip("_"): value for name, value in fields.items() if value}
    asking = CommandRequest(
        asker=reading.asker,
        command_id=f"{command_id_of(given)}:{kind.called}",
        body=[{}, named],
        seen=seen_in(given),
    )
    done = pilots.answered(asking, kind.called)
    return done or pilots.carry_out(asking, read_command(kind, named))
