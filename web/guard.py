"""What stands before every page: a nonce, strict headers, same origin for changes, a size limit."""

from secrets import token_urlsafe
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 2_000_000
SAFE = ("GET", "HEAD", "OPTIONS")
LOOPBACK = ("localhost", "127.0.0.1", "::1")
POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self'; font-src 'self'; "
    "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types htmx"
)


class Guard:
    """ASGI middleware; `local` serves the owner of this machine and answers to loopback only."""

    def __init__(self, app: ASGIApp, *, local: bool) -> None:
        self.app = app
        self.local = local

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it with a sentence."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        nonce = token_urlsafe(16)
        scope.setdefault("state", {})["nonce"] = nonce

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                _set_headers(MutableHeaders(scope=message), nonce, scope["path"])
            await send(message)

        if refused := self._refusal(scope["method"], Headers(scope=scope)):
            status, sentence = refused
            answer = PlainTextResponse(sentence, status)
            await answer(scope, receive, send_guarded)
            return
        await self.app(scope, _limited(receive), send_guarded)

    def _refusal(self, method: str, headers: Headers) -> tuple[int, str] | None:
        host = urlsplit(f"//{headers.get('host', '')}").hostname or ""
        if self.local and host not in LOOPBACK:
            return 421, "Under --local only this machine itself is answered."
        if int(headers.get("content-length") or 0) > LARGEST:
            return 413, f"At most {LARGEST} bytes are taken at once. Send less."
        if method not in SAFE and not _same_origin(headers):
            return 403, "This was sent from another site. Open Pilotlog itself and try again."
        return None


def _same_origin(headers: Headers) -> bool:
    if site := headers.get("sec-fetch-site"):
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def _set_headers(headers: MutableHeaders, nonce: str, path: str) -> None:
    headers["Content-Security-Policy"] = POLICY.format(nonce=nonce)
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "same-origin"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
    lasting = "public, max-age=86400" if path.startswith("/static/") else "no-store"
    headers.setdefault("Cache-Control", lasting)


def _limited(receive: Receive) -> Receive:
    taken = 0

    async def receive_some() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        return message if taken <= LARGEST else {"type": "http.disconnect"}

    return receive_some
