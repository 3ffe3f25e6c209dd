"""Coming in and going out: sign in with a password, sign out, choose a theme and a language."""

from limits import parse
from limits.strategies import MovingWindowRateLimiter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from domain.kernel.messages import Text, say
from web.http.reading import SESSION, Reading
from web.http.redirects import local_path
from web.http.urls import redirect, url
from web.i18n.languages import COOKIE, languages
from web.pages.commands.resubmit import LoginPage, WaitingForm, offer_again, sent_in

TRIES = parse("10 per minute")
TRIES_OF_A_PLACE = parse("20 per minute")
YEAR = 365 * 86400


async def sign_in(request: Request) -> Response:
    """GET and POST /login — the form, and a session for who knows their password."""
    if request.method in ("GET", "HEAD"):
        return _form(request)
    async with request.form(max_files=0) as form:
        login, password = str(form.get("login", "")).strip(), str(form.get("password", ""))
        onward, sent = str(form.get("next", "")), sent_in(form)
    place = request.client.host if request.client else ""
    tries: MovingWindowRateLimiter = request.app.state.tries
    if not (tries.hit(TRIES, login, place) and tries.hit(TRIES_OF_A_PLACE, place)):
        return _form(
            request, say("Too many tries. Wait a minute, then try again."), login, 429, sent
        )
    token = await run_in_threadpool(Reading(request).own.accounts.sign_in, login, password)
    if token is None:
        return _form(request, say("Name and password do not fit. Try again."), login, 422, sent)
    answer = offer_again(request, sent) if sent else redirect(local_path(onward))
    secure = request.url.scheme == "https"
    answer.set_cookie(
        SESSION, token, 30 * 86400, path=url("/"), httponly=True, samesite="lax", secure=secure
    )
    return answer


async def sign_out(request: Request) -> Response:
    """POST /logout — end the session."""
    token = request.cookies.get(SESSION, "")
    await run_in_threadpool(Reading(request).own.accounts.sign_out, token)
    answer = redirect("/login")
    answer.delete_cookie(SESSION, path=url("/"))
    return answer


async def choose_theme(request: Request) -> Response:
    """POST /theme — keep light, dark, or whatever the system says."""
    async with request.form(max_files=0) as form:
        theme, back = str(form.get("theme", "")), str(form.get("back", ""))
    answer = redirect(local_path(back))
    if theme in ("light", "dark"):
        answer.set_cookie("theme", theme, YEAR, path=url("/"), samesite="lax")
    else:
        answer.delete_cookie("theme", path=url("/"))
    return answer


async def choose_language(request: Request) -> Response:
    """POST /language — be spoken to in a language that is here."""
    async with request.form(max_files=0) as form:
        code, back = str(form.get("language", "")), str(form.get("back", ""))
    answer = redirect(local_path(back))
    if code in languages():
        answer.set_cookie(COOKIE, code, YEAR, path=url("/"), samesite="lax")
    return answer


def _form(
    request: Request,
    error: Text = "",
    login: str = "",
    status: int = 200,
    sent: WaitingForm | None = None,
) -> Response:
    onward = local_path(request.query_params.get("next", "/"))
    page = LoginPage(error=error, login=login, next=onward, sent=sent)
    return Reading(request).render_to_anybody(page, status=status)
