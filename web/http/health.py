"""Whether the process is alive, and whether it can be used."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from projections.engine.catch_up import parked
from web.http.reading import Reading

TOO_MANY = 10_000  # events, some seconds of telling


def healthz(_: Request) -> Response:
    """GET /healthz — the process is alive."""
    return PlainTextResponse("ok")


def readyz(reading: Reading) -> Response:
    """GET /readyz — the history can be read, the pages keep up with it, and what is left out."""
    views = reading.platform.views
    behind = views.behind()
    state = f"{behind} events behind"
    if out := {stream for _, stream, _, _ in parked(views.engine)}:
        things = "1 thing" if len(out) == 1 else f"{len(out)} things"
        state += f", {things} left out: see `pilotlog doctor`"
    return PlainTextResponse(state, 200 if behind < TOO_MANY else 503)
