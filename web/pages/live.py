"""The stream that open windows listen to: what changed since, as server-sent events."""

import re
from collections.abc import AsyncIterator
from typing import Any

from msgspec import json
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from web.http.reading import Reading, SignInFirst
from web.live.news import News
from web.live.watcher import Watcher

RECHECK = 15.0  # seconds; so long a stream may outlive its session, and be silent
STUCK = 30.0  # seconds; who takes nothing for so long is let go
RETRY = 1000  # milliseconds until a browser comes back
END = 10**15  # nothing was missed


async def show_live(request: Request) -> Response:
    """GET /live?pilot=… — positions and pilots as they change; 204, "stop asking", signed out."""
    if not await _is_signed_in(request):
        return Response(status_code=204)
    events = _events(request, request.query_params.get("pilot", "")[:100], _seen(request))
    return EventSourceResponse(events, ping=RECHECK, send_timeout=STUCK)


async def _events(request: Request, pilot: str, seen: int) -> AsyncIterator[ServerSentEvent]:
    watcher: Watcher = request.app.state.live.of(Reading(request).platform).watcher
    async with watcher.listening(pilot) as listener:
        yield ServerSentEvent(comment="listening", retry=RETRY)
        if missed := await run_in_threadpool(watcher.news_since, seen):
            listener.tell(missed)
        while not watcher.closed:
            if news := await listener.hear(RECHECK):
                yield _event(news)
            elif not await _is_signed_in(request):
                return


async def _is_signed_in(request: Request) -> bool:
    try:
        await run_in_threadpool(Reading(request).must_be_signed_in)
    except SignInFirst:
        return False
    return True


def _seen(request: Request) -> int:
    """Return the position a window has seen: as it reconnects, as its page says, or the end."""
    last = request.headers.get("last-event-id", "")
    return int(last) if re.fullmatch(r"[0-9]{1,15}", last) else Reading(request).whole("after", END)


def _event(news: News) -> ServerSentEvent:
    body: dict[str, Any] = {"position": news.position}
    body["pilots"] = None if news.pilots is None else sorted(news.pilots)
    return ServerSentEvent(event="changed", id=str(news.position), data=json.encode(body).decode())
