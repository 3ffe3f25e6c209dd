"""Where the product is served: at the root of a host, or below a sub-path of it."""

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from web.http.urls import served_below


class SubPath:
    """ASGI middleware: addresses made within a request lie below the root path of the server.

    A proxy may hand the path on with the sub-path or without it; within it is always there.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        root_path = scope.get("root_path", "")
        if root_path and scope["path"] == root_path:
            await RedirectResponse(f"{root_path}/", 308)(scope, receive, send)
            return
        scope["path"] = root_path + path_in(scope)
        with served_below(root_path):
            await self.app(scope, receive, send)


def path_in(scope: Scope) -> str:
    """Return the path that is asked for as the table of routes names it, without the sub-path."""
    path: str = scope["path"]
    root_path: str = scope.get("root_path", "")
    return path.removeprefix(root_path) if path.startswith(f"{root_path}/") else path


def path_of(request: Request) -> str:
    """Return the path that is asked for as the table of routes names it, without the sub-path."""
    return path_in(request.scope)
