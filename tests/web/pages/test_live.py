"""The stream of a window: what was missed, what changes, and when it ends."""

import asyncio
from collections.abc import Awaitable
from typing import Any

import pytest
from starlette.requests import Request
from starlette.types import Message, Scope

from domain.kernel.access import Asker
from pilots.commands.participation import LogParticipation
from tests.support.pages.browser import Browser
from tests.support.stories.builders import ask
from web.app import create_app
from web.bootstrap import Platform
from web.http.reading import SESSION
from web.pages import live
from web.pages.live import show_live

LONG = 20.0  # seconds no test here waits


async def opened(
    platform: Platform, query: str, token: str = "", **headers: str
) -> tuple[Any, Request]:
    """Open the stream as a server would; return its answer and the request."""
    said = {"cookie": f"{SESSION}={token}"} | {k.replace("_", "-"): v for k, v in headers.items()}
    scope: Scope = {
        "type": "http",
        "method": "GET",
        "path": "/live",
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in said.items()],
        "app": create_app(platform),
    }
    request = Request(scope)
    return await show_live(request), request


async def chunks(answer: Any, number: int) -> list[str]:
    """Return the first events of a stream."""
    told = aiter(answer.body_iterator)
    found = [await asyncio.wait_for(anext(told), LONG) for _ in range(number)]
    await told.aclose()
    return [each.encode().decode() for each in found]


@pytest.mark.parametrize("how", ["query", "header"])
def test_what_was_missed_is_told_on_coming_back(
    member: Browser, mere: Asker, pilot: str, how: str
) -> None:
    platform = member.platform
    seen = platform.pilots.head()
    ask(platform, mere, LogParticipation(pilot=pilot, text="Kept from you"))

    async def come_back() -> list[str]:
        told = {"last_event_id": str(seen)} if how == "header" else {}
        query = f"after={seen}" if how == "query" else "after=0"
        answer, _ = await opened(platform, query, member.token, **told)
        return await chunks(answer, 2)

    _, event = asyncio.run(come_back())
    assert f"id: {platform.pilots.head()}" in event
    assert "event: changed" in event
    assert pilot in event
    assert "Kept" not in event


def test_a_stream_ends_with_its_session(member: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "RECHECK", 0.05)

    async def listen_on() -> int:
        answer, _ = await opened(member.platform, "", member.token)
        told = aiter(answer.body_iterator)
        await anext(told)
        member.platform.accounts.sign_out(member.token)
        return len([each async for each in told])

    assert asyncio.run(asyncio.wait_for(listen_on(), LONG)) == 0


def test_who_is_signed_out_is_told_to_stop_asking(member: Browser) -> None:
    assert Browser(member.platform).get("/live").status_code == 204


@pytest.mark.parametrize("after", ["x", "-1", "9" * 40])
def test_a_bad_position_is_refused(member: Browser, after: str) -> None:
    assert member.get(f"/live?after={after}").status_code == 422


def test_a_stream_goes_out_unpressed_and_event_by_event(browser: Browser, shown: str) -> None:
    app = create_app(browser.platform)
    sent: list[Message] = []
    enough = asyncio.Event()

    async def send(message: Message) -> None:
        sent.append(message)
        if b"changed" in message.get("body", b""):
            enough.set()

    async def run() -> None:
        first = True

        async def receive() -> Message:
            nonlocal first
            if first:
                first = False
                return {"type": "http.request", "body": b"", "more_body": False}
            await enough.wait()
            return {"type": "http.disconnect"}

        headers = [(b"host", b"localhost"), (b"accept-encoding", b"gzip")]
        scope: Scope = {
            "type": "http",
            "method": "GET",
            "path": "/live",
            "raw_path": b"/live",
            "query_string": f"pilot={shown}&after=0".encode(),
            "headers": headers,
            "client": ("127.0.0.1", 1),
            "server": ("localhost", 80),
            "scheme": "http",
        }
        answered: Awaitable[None] = app(scope, receive, send)
        await asyncio.wait_for(answered, LONG)

    asyncio.run(run())
    told = dict(sent[0]["headers"])
    assert told[b"content-type"].startswith(b"text/event-stream")
    assert b"content-encoding" not in told
    assert any(b"event: changed" in message.get("body", b"") for message in sent)
