"""A server killed in the middle of many requests that retry: nothing is lost, nothing is twice."""

import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Event
from time import monotonic, sleep
from typing import Any

import pytest

from pilots.commands.pilot import ProposePilot
from tests.conftest import ask, person
from tests.serving import kill_server, start_server, stop_server
from web.bootstrap import build

REQUESTS = 200
PATIENCE = 60.0


def call(address: str, method: str, path: str, key: str = "", body: Any = None) -> tuple[int, Any]:
    connection = HTTPConnection(address.removeprefix("http://"), timeout=10)
    try:
        headers = {"Idempotency-Key": key} if key else {}
        connection.request(method, path, json.dumps(body) if body else None, headers)
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read())
    finally:
        connection.close()


def log_until_told(address: str, pilot: str, number: int, begun: Event) -> dict[str, Any]:
    """Send one entry with its own id, again and again, until it is acknowledged."""
    body = {"pilot": pilot, "text": f"entry {number}"}
    deadline = monotonic() + PATIENCE
    while monotonic() < deadline:
        begun.set()
        try:
            path = "/api/v1/commands/log-participation"
            status, told = call(address, "POST", path, f"request-{number:06}", body)
        except (OSError, HTTPException, ValueError):
            sleep(0.02)
            continue
        assert status == 201, told
        return dict(told)
    pytest.fail(f"request {number} was never acknowledged")


def test_nothing_acknowledged_is_lost_and_nothing_is_twice(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    rounds = 10 if request.config.getoption("--long") else 2
    folder = tmp_path / "data"
    platform = build(folder)
    wish = ProposePilot(title="Killed", accomplishment="Nothing is lost.")
    pilot = ask(platform, person(platform, "Mere", "manager"), wish).stream("pilot")
    platform.close()
    server, address = start_server(folder)
    port = int(address.rpartition(":")[2])
    told: list[dict[str, Any]] = []

    for turn in range(rounds):
        begun = Event()
        numbers = range(turn * REQUESTS, (turn + 1) * REQUESTS)
        with ThreadPoolExecutor(32) as clients:
            sent = [clients.submit(log_until_told, address, pilot, n, begun) for n in numbers]
            begun.wait(10)
            sleep(0.05 + 0.03 * turn)
            kill_server(server)
            still_waiting = sum(not each.done() for each in sent)
            server, address = start_server(folder, port)
            told += [each.result() for each in sent]
        assert still_waiting, "the kill came too late to hit anything"

    stored = list(_stored(address, pilot))
    stop_server(server)
    texts = Counter(event["data"]["text"] for event in stored)
    assert texts == {f"entry {n}": 1 for n in range(rounds * REQUESTS)}
    places = {event["position"]: event["stream"] for event in stored}
    for receipt in told:
        assert places[receipt["position"]] == receipt["facts"][0]["stream"]
    check = build(folder)
    assert check.differences(lambda _: None) == []
    assert check.pilots.head() == len(list(check.source(0, 10**6)))
    check.close()


def _stored(address: str, pilot: str) -> Any:
    after = 0
    while True:
        query = f"name=participation.logged.v1&pilot={pilot}&after={after}&limit=1000"
        _, page = call(address, "GET", f"/api/v1/events?{query}")
        if not page["events"]:
            return
        yield from page["events"]
        after = page["events"][-1]["position"]
