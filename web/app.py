"""The ASGI application: the table of URLs, what stands before them, and how errors answer."""

from logging import getLogger
from pathlib import Path
from urllib.parse import quote

from eventsourcing.persistence import OperationalError
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from sqlalchemy.exc import DBAPIError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response

from domain.kernel.errors import Refused
from domain.kernel.messages import Message, say
from web.bootstrap import Platform
from web.http.page import Page
from web.http.reading import Reading, SignInFirst
from web.http.refusal import sentence_of
from web.http.responses import problem, status_of
from web.http.security import Guard, secure
from web.http.sub_path import SubPath, path_of
from web.http.urls import redirect, served_below
from web.i18n.current import speaking
from web.i18n.languages import InReadersLanguage, language_called, language_of
from web.live.every import EveryLive
from web.pages.commands.resubmit import sign_in_to_send
from web.routes import API, ROUTES
from web.sample.beside import SampleBeside

UNAVAILABLE = say(
    "The database cannot be used right now. Nothing was stored by halves; try again in a moment."
)

BROKEN = say("Something broke on our side. Nothing was stored by halves.")


class ErrorPage(Page, template="frame/error.html"):
    """Why an address is not answered, in one sentence."""

    sentence: Message
    code: int


def create_app(platform: Platform, sample: Path | None = None) -> Starlette:
    """Return the application that serves one built platform, with the sample beside it."""
    app = Starlette(
        routes=ROUTES,
        middleware=[
            Middleware(SubPath),
            Middleware(InReadersLanguage),
            Middleware(Guard, local=platform.local is not None),
            Middleware(GZipMiddleware, minimum_size=1000),
        ],
        exception_handlers={
            SignInFirst: _sign_in_first,
            HTTPException: _unanswerable,
            Refused: _refused,
            OperationalError: _unavailable,
            DBAPIError: _unavailable,
            Exception: _broken,
        },
    )
    app.state.platform = platform
    app.state.sample = SampleBeside(sample or platform.folder / "sample")
    app.state.live = EveryLive()
    app.state.tries = MovingWindowRateLimiter(MemoryStorage())
    return app


async def _sign_in_first(request: Request, wrong: Exception) -> Response:
    if path_of(request).startswith(API):
        return problem(401, str(getattr(wrong, "detail", "")))
    if request.method == "POST":
        return await sign_in_to_send(request)
    return redirect(f"/login?next={quote(path_of(request))}")


async def _unanswerable(request: Request, wrong: Exception) -> Response:
    assert isinstance(wrong, HTTPException)  # noqa: S101  # it is what this handles
    answer = _error(request, wrong.status_code, sentence_of(wrong))
    answer.headers.update(wrong.headers or {})
    return answer


async def _refused(request: Request, wrong: Exception) -> Response:
    assert isinstance(wrong, Refused)  # noqa: S101  # it is what this handles
    return _error(request, status_of(wrong), wrong.message)


async def _unavailable(request: Request, wrong: Exception) -> Response:
    getLogger("pilotlog.server").error("The database cannot be used: %s", wrong)
    return _error(request, 503, UNAVAILABLE)


async def _broken(request: Request, wrong: Exception) -> Response:
    del wrong  # the server's log has it; people get a sentence
    below, language = request.scope.get("root_path", ""), language_called(language_of(request))
    with served_below(below), speaking(language):  # it is told outside of all middleware
        answer = _error(request, 500, BROKEN)
    secure(answer.headers, request.state.nonce, path_of(request))  # it is told outside the guard
    return answer


def _error(request: Request, status: int, sentence: Message) -> Response:
    if path_of(request).startswith(API):
        return problem(status, sentence)
    page = ErrorPage(sentence=sentence, code=status)
    return Reading(request).render_to_anybody(page, status=status)
