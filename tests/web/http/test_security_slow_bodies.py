"""What dribbles in is refused in a sentence; what is answered for long is not."""

import asyncio

import pytest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.http import security as guard
from web.http.security import Guard

SCOPE: Scope = {"type": "http", "method": "POST", "path": "/log", "headers": []}


def answered(messages: list[Message], app: ASGIApp) -> list[Message]:
    sent: list[Message] = []

    async def receive() -> Message:
        if messages:
            return messages.pop(0)
        await asyncio.sleep(0.3)
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(Guard(app, local=False)({**SCOPE, "state": {}}, receive, send))
    return sent


async def takes_all(_: Scope, receive: Receive, send: Send) -> None:
    message = await receive()
    while message.get("more_body"):
        message = await receive()
    hung_up = await receive()
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": hung_up["type"].encode()})


def test_a_body_that_stops_coming_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "PATIENCE", 0.05)
    sent = answered([{"type": "http.request", "body": b"te", "more_body": True}], takes_all)

    assert sent[0]["status"] == 408
    assert sent[1]["body"].endswith(b"Send it again.")


def test_once_all_is_here_nobody_is_hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "PATIENCE", 0.05)
    sent = answered([{"type": "http.request", "body": b"text", "more_body": False}], takes_all)

    assert (sent[0]["status"], sent[1]["body"]) == (200, b"http.disconnect")
