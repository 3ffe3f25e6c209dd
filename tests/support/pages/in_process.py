"""A client that asks an application in this process, on one loop that all requests share.

Starlette's own starts a loop, and threads for it, with each request: a third of a test's time.
"""

import atexit
from contextlib import ExitStack
from functools import cache

from anyio.from_thread import BlockingPortal, start_blocking_portal
from httpx2 import ASGITransport, BaseTransport, ByteStream, Client, Request, Response
from starlette.applications import Starlette


class InProcessClient(Client):
    """Asks as somebody at a browser does: it follows no redirect, and gets a 500 as people do."""

    def __init__(self, app: Starlette, below: str = "") -> None:
        self.app = app
        super().__init__(transport=_InProcess(app, below), base_url="http://localhost")


class _InProcess(BaseTransport):
    def __init__(self, app: Starlette, below: str) -> None:
        self.application = ASGITransport(app, raise_app_exceptions=False, root_path=below)

    def handle_request(self, request: Request) -> Response:
        request.read()
        return _loop().call(self._answer, request)

    async def _answer(self, request: Request) -> Response:
        answer = await self.application.handle_async_request(request)
        body = b"".join([part async for part in answer.aiter_raw()])
        return Response(answer.status_code, headers=answer.headers.raw, stream=ByteStream(body))


@cache
def _loop() -> BlockingPortal:
    open_until_the_end = ExitStack()
    atexit.register(open_until_the_end.close)
    return open_until_the_end.enter_context(start_blocking_portal())
