"""A form that was sent after the session had ended: kept, and sent again after signing in."""

from collections.abc import Sequence

from msgspec import Struct
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from domain.kernel.messages import Text
from web.http.page import Page
from web.http.reading import Reading
from web.http.redirects import local_path
from web.http.sub_path import path_of

SENT = "sent:"  # begins the names of fields that another form had
TO = "sent-to"


class WaitingForm(Struct, frozen=True):
    """Where a form was to go, and what was typed into it."""

    to: str
    fields: Sequence[tuple[str, str]]


class LoginPage(Page, template="session/login.html"):
    """The sign-in form; `next` is where it leads, `sent` what waits to be sent after it."""

    error: Text = ""
    login: str = ""
    next: str = "/"
    sent: WaitingForm | None = None


class AgainPage(Page, template="commands/again.html"):
    """One button that sends what waited."""

    sent: WaitingForm


async def sign_in_to_send(request: Request) -> Response:
    """Return the sign-in form with what was sent, so that nobody types it again."""
    async with request.form(max_files=0) as form:
        sent = WaitingForm(path_of(request), _texts(form))
    return Reading(request).render_to_anybody(LoginPage(sent=sent), status=401)


def sent_in(form: FormData) -> WaitingForm | None:
    """Return where a form was to go and what it held, if it waits in a sign-in form."""
    if not form.get(TO):
        return None
    waits = [each for each in _texts(form) if each[0].startswith(SENT)]
    fields = [(name.removeprefix(SENT), value) for name, value in waits]
    return WaitingForm(local_path(str(form[TO])), fields)


def offer_again(request: Request, sent: WaitingForm) -> Response:
    """Return a page with one button that sends what waited."""
    return Reading(request).render_to_anybody(AgainPage(sent=sent))


def _texts(form: FormData) -> list[tuple[str, str]]:
    return [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
