"""The ASGI application: every URL of the platform, in one table."""

from importlib.metadata import version
from logging import getLogger
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
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from domain.errors import Refused
from pilots.commands import COMMANDS
from web.addresses import COLLECTIONS
from web.answers import answer, problem
from web.api import get_events, get_pilot, get_pilots, get_timeline
from web.api_commands import get_commands, post_command
from web.aspects import ASPECTS
from web.bootstrap import Platform
from web.guard import Guard, secure
from web.health import healthz, readyz
from web.http import SignInFirst, render
from web.pages.aspects import aspect_page, get_aspect
from web.pages.entrance import choose_theme, sign_in, sign_out
from web.pages.history import show_events
from web.pages.home import show_home, show_pilots
from web.pages.lessons import show_lessons
from web.pages.lists import get_people, get_value, show_people, show_value
from web.pages.pilot import show_pilot
from web.pages.search import show_search
from web.pages.thing import show_thing
from web.pages.wishes import status_of, wish
from web.reference import openapi
from web.things import THINGS

PILOT = "/pilots/{pilot}"
API = "/api/v1"
UNAVAILABLE = (
    "The database cannot be used right now. Nothing was stored by halves; try again in a moment."
)


def get_openapi(_: Request) -> Response:
    """GET /api/openapi.json — the API, described by the types it is made of."""
    api = [each for each in ROUTES if isinstance(each, Route) and each.path.startswith(API)]
    return answer(openapi(api, version("pilotlog")))


ROUTES: list[BaseRoute] = [
    Mount("/static", StaticFiles(packages=[("web", "static")]), name="static"),
    Route("/healthz", healthz),
    Route("/readyz", readyz),
    Route("/login", sign_in, methods=["GET", "POST"]),
    Route("/logout", sign_out, methods=["POST"]),
    Route("/theme", choose_theme, methods=["POST"]),
    Route("/", show_home),
    Route("/pilots", show_pilots),
    Route("/lessons", show_lessons),
    Route("/search", show_search),
    Route("/people", show_people),
    Route("/value", show_value),
    *(wish(command) for command in COMMANDS.values()),
    Route(PILOT, show_pilot),
    Route(PILOT + "/events", show_events),
    *(
        Route(f"{PILOT}/{aspect.slug}", aspect_page(aspect), name=f"show_{aspect.slug}")
        for aspect in ASPECTS
    ),
    *(
        Route(f"/{COLLECTIONS[kind]}/{{{kind}}}", show_thing, name=f"show_{kind}")
        for kind in THINGS
        if kind != "pilot"
    ),
    Route(API + "/pilots", get_pilots),
    Route(API + "/pilots/{pilot}", get_pilot),
    Route(API + "/pilots/{pilot}/timeline", get_timeline),
    Route(API + "/pilots/{pilot}/aspects/{aspect}", get_aspect),
    Route(API + "/events", get_events),
    Route(API + "/people", get_people),
    Route(API + "/value", get_value),
    Route(API + "/commands", get_commands),
    Route(API + "/commands/{name}", post_command, methods=["POST"]),
    Route("/api/openapi.json", get_openapi),
]


def create_app(platform: Platform) -> Starlette:
    """Return the application that serves one built platform."""
    app = Starlette(
        routes=ROUTES,
        middleware=[
            Middleware(Guard, local=platform.local is not None),
            Middleware(GZipMiddleware, minimum_size=1000),
        ],
        exception_handlers={
            SignInFirst: _sign_in_first,
            HTTPException: _sentence,
            Refused: _refused,
            OperationalError: _unavailable,
            DBAPIError: _unavailable,
            Exception: _broken,
        },
    )
    app.state.platform = platform
    app.state.tries = MovingWindowRateLimiter(MemoryStorage())
    return app


async def _sign_in_first(request: Request, wrong: Exception) -> Response:
    if request.url.path.startswith(API):
        return problem(401, str(getattr(wrong, "detail", "")))
    onward = quote(request.url.path if request.method == "GET" else "/")
    return RedirectResponse(f"/login?next={onward}", 303)


async def _sentence(request: Request, wrong: Exception) -> Response:
    status = getattr(wrong, "status_code", 500)
    answer = _error(request, status, str(getattr(wrong, "detail", "") or wrong))
    answer.headers.update(getattr(wrong, "headers", None) or {})
    return answer


async def _refused(request: Request, wrong: Exception) -> Response:
    status = status_of(wrong) if isinstance(wrong, Refused) else 422
    return _error(request, status, str(wrong))


async def _unavailable(request: Request, wrong: Exception) -> Response:
    getLogger("pilotlog.server").error("The database cannot be used: %s", wrong)
    return _error(request, 503, UNAVAILABLE)


async def _broken(request: Request, wrong: Exception) -> Response:
    del wrong  # the server's log has it; people get a sentence
    answer = _error(request, 500, "Something broke on our side. Nothing was stored by halves.")
    secure(answer.headers, request.state.nonce, request.url.path)  # it is told outside the guard
    return answer


def _error(request: Request, status: int, sentence: str) -> Response:
    if request.url.path.startswith(API):
        return problem(status, sentence)
    sentence = "There is no such page." if sentence == "Not Found" else sentence
    return render(request, "error.html", {"sentence": sentence, "code": status}, status=status)
