"""What stands before every page: a nonce, strict headers, same origin for changes, a size limit."""

import asyncio
from secrets import token_urlsafe
from urllib.parse import urlsplit

from msgspec import json
from starlette import types
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from domain.kernel.messages import Message, say
from web.http.sub_path import path_in

LARGEST = 2_000_000
PATIENCE = 30.0  # seconds for the next piece of a body
TOO_SLOW = say("Nothing more of what was sent came for {n} seconds. Send it again.")
STOPPED = say("The server was stopped before this was done. Send it again: it is done once.")
TOO_LARGE = say("At most {n} bytes are taken at once. Send less.")
SAFE = ("GET", "HEAD", "OPTIONS")
LOOPBACK = ("localhost", "127.0.0.1", "::1")
POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self'; font-src 'self'; "
    "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types htmx"
)


class TooLarge(Exception):
    """More was sent than is taken at once."""


class TooSlow(Exception):
    """What is sent dribbles in, or has stopped coming."""


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
        nonce, path, has_begun = token_urlsafe(16), path_in(scope), False
        scope.setdefault("state", {})["nonce"] = nonce

        async def send_guarded(message: types.Message) -> None:
            nonlocal has_begun
            if message["type"] == "http.response.start":
                has_begun = True
                secure(MutableHeaders(scope=message), nonce, path)
            await send(message)

        if refused := self._refusal(scope["method"], Headers(scope=scope)):
            answer = _refusal(path, *refused)
            await answer(scope, receive, send_guarded)
            return
        try:
            await self.app(scope, _limited(receive), send_guarded)
        except ClientDisconnect:
            return  # nobody is there to be answered
        except asyncio.CancelledError:
            if not has_begun:  # the grace is over; the server by itself would say a mere 500
                answer = _refusal(path, 503, STOPPED)
                await answer(scope, receive, send_guarded)
            raise
        except TooLarge:
            answer = _refusal(path, 413, TOO_LARGE.of(n=LARGEST))
            await answer(scope, receive, send_guarded)
        except TooSlow:
            answer = _refusal(path, 408, TOO_SLOW.of(n=round(PATIENCE)))
            await answer(scope, receive, send_guarded)

    def _refusal(self, method: str, headers: Headers) -> tuple[int, Message] | None:
        if self.local and _host(f"//{headers.get('host', '')}") not in LOOPBACK:
            return 421, say("Under --local only this machine itself is answered.")
        length = headers.get("content-length") or "0"
        if not (length.isascii() and length.isdigit()):
            return 400, say("The length of what was sent is no number.")
        if len(length) > 15 or int(length) > LARGEST:  # noqa: PLR2004  # beyond any length there is
            return 413, TOO_LARGE.of(n=LARGEST)
        if method not in SAFE and not _same_origin(headers):
            sentence = say("This was sent from another site. Open Pilotlog itself and try again.")
            return 403, sentence
        return None


def _same_origin(headers: Headers) -> bool:
    if site := headers.get("sec-fetch-site"):
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2] == headers.get("host")


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _refusal(path: str, status: int, sentence: Message) -> Response:
    if not path.startswith("/api/"):
        return PlainTextResponse(str(sentence), status)
    body = {
        "type": "about:blank",
        "status": status,
        "title": str(sentence),
        "detail": str(sentence),
    }
    return Response(json.encode(body), status, media_type="application/problem+json")


def secure(headers: MutableHeaders, nonce: str, path: str) -> None:
    """Set the headers that every answer carries."""
    headers["Content-Security-Policy"] = POLICY.format(nonce=nonce)
    headers["X-Content-Type-Options"] = "nosniff"
    headers.setdefault("Referrer-Policy", "same-origin")
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
    lasting = "public, max-age=86400" if path.startswith("/static/") else "no-store"
    headers.setdefault("Cache-Control", lasting)


def _limited(receive: Receive) -> Receive:
    taken, more = 0, True

    async def receive_some() -> types.Message:
        nonlocal taken, more
        try:  # once all is here, what is left to come is that they hang up
            message = await asyncio.wait_for(receive(), PATIENCE if more else None)
        except TimeoutError:
            raise TooSlow from None
        more = message.get("more_body", False)
        taken += len(message.get("body", b""))
        if taken > LARGEST:
            raise TooLarge
        return message

    return receive_some
