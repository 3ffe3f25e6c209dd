"""A form that was sent after the session had ended: kept, and sent again after signing in."""

from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from web.http.reading import Reading
from web.http.redirects import local_path
from web.http.sub_path import path_of

SENT = "sent:"  # begins the names of fields that another form had
TO = "sent-to"


async def sign_in_to_send(request: Request) -> Response:
    """Return the sign-in form with what was sent, so that nobody types it again."""
    async with request.form(max_files=0) as form:
        sent = {"to": path_of(request), "fields": _texts(form)}
    needs: dict[str, Any] = {"error": "", "login": "", "next": "/", "sent": sent}
    return Reading(request).render_to_anybody("session/login.html", needs, status=401)


def sent_in(form: FormData) -> dict[str, Any] | None:
    """Return where a form was to go and what it held, if it waits in a sign-in form."""
    if not form.get(TO):
        return None
    waits = [each for each in _texts(form) if each[0].startswith(SENT)]
    fields = [(name.removeprefix(SENT), value) for name, value in waits]
    return {"to": local_path(str(form[TO])), "fields": fields}


def offer_again(request: Request, sent: dict[str, Any]) -> Response:
    """Return a page with one button that sends what waited."""
    return Reading(request).render_to_anybody("commands/again.html", {"sent": sent})


def _texts(form: FormData) -> list[tuple[str, str]]:
    return [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
