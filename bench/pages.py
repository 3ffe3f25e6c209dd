"""The page of a pilot over loopback, now and in the past, and the review, beside a static page."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from threading import Event, Thread
from typing import Any

from hypercorn.asyncio import serve
from hypercorn.config import Config
from sqlalchemy import func, select
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bench.sides import in_turns
from projections.engine.as_of import as_known
from projections.models.timeline_facts import TIMELINE
from web.app import create_app
from web.bootstrap import Platform

ROUNDS, WARM = 40, 5
STATIC = "/as-large-as-the-page"


def measure(platform: Platform, folder: Path) -> None:
    """Ask for the largest pilot's page, as it is and as it was known, and for the whole review."""
    del folder
    pilot, day = largest(platform)
    page: list[bytes] = [b""]

    async def static(_: Request) -> Response:
        return Response(page[0], media_type="text/html")

    app = create_app(platform)
    app.router.routes.insert(0, Route(STATIC, static))
    with served(app) as port:
        browser = HTTPConnection("127.0.0.1", port, timeout=60)

        def ask(path: str) -> bytes:
            browser.request("GET", path)
            answer = browser.getresponse()
            body = answer.read()
            if answer.status != 200:  # noqa: PLR2004  # OK
                message = f"{path} answered {answer.status}: {body[:200]!r}"
                raise RuntimeError(message)
            return body

        def asking(path: str) -> Callable[[], int]:
            return lambda: len(ask(path)) and 1

        paths = {
            "/pilots/{id} now": f"/pilots/{pilot}",
            f"/pilots/{{id}} as of {day}": f"/pilots/{pilot}?as_of={day}",
            "/review of all the years": "/review?from=2010-01-01",
        }
        sizes = {name: len([ask(path) for _ in range(WARM)][-1]) for name, path in paths.items()}
        page[0] = ask(paths["/pilots/{id} now"])
        for name, size in sizes.items():
            print(f"  {name} has {size:,} bytes")
        sides = {name: asking(path) for name, path in paths.items()}
        in_turns(sides | {"static page of the same bytes": asking(STATIC)}, ROUNDS, "ms", 2)
        browser.close()


def largest(platform: Platform) -> tuple[str, str]:
    """Return the pilot with the longest timeline, and the day halfway through it."""
    with platform.views.reading() as db:
        known = as_known(TIMELINE).subquery()
        query = select(known.c.pilot, func.count()).group_by(known.c.pilot)
        pilot, size = max(db.execute(query), key=lambda row: row[1])
        middle = (
            select(TIMELINE.c.known_from)
            .where(TIMELINE.c.pilot == pilot)
            .order_by(TIMELINE.c.known_from)
            .offset(size // 2)
        )
        return pilot, str(db.scalar(middle.limit(1)))[:10]


@contextmanager
def served(app: Any) -> Iterator[int]:
    """Serve an application on a free port, which is handed out."""
    config = Config()
    config.bind = ["127.0.0.1:0"]
    config.errorlog = None
    sockets = config.create_sockets()
    config.bind = [f"fd://{sockets.insecure_sockets[0].fileno()}"]
    port = int(sockets.insecure_sockets[0].getsockname()[1])
    done = Event()

    async def stopped() -> None:
        while not done.is_set():  # noqa: ASYNC110  # told by another thread
            await asyncio.sleep(0.05)

    server = Thread(
        target=lambda: asyncio.run(serve(app, config, shutdown_trigger=stopped)), daemon=True
    )
    server.start()
    try:
        yield port
    finally:
        done.set()
        server.join(10)
