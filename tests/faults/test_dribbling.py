"""Requests whose headers dribble in are dropped; windows that only listen are not."""

import socket
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.faults.calling import call
from tests.faults.promise import Place
from tests.support.machines.postgres import binaries
from tests.support.pages.web_server import stop_server

LONGER = 34  # seconds; than any patience with a request that does not come


@pytest.fixture
def places(request: pytest.FixtureRequest, tmp_path: Path) -> list[Place]:
    """A place on each engine that is here, to wait on all at once."""
    told = [Place(tmp_path / "sqlite", "")]
    if binaries():
        told.append(Place(tmp_path / "postgresql", request.getfixturevalue("postgres")))
    return told


def test_headers_must_come_and_a_silent_window_may_stay(places: list[Place]) -> None:
    with ThreadPoolExecutor() as both:
        list(both.map(holds, places))


def holds(place: Place) -> None:
    server, address = place.serve()
    began = monotonic()
    host, port = address.removeprefix("http://").split(":")
    with (
        closing(socket.create_connection((host, int(port)), 60)) as slow,
        closing(socket.create_connection((host, int(port)), 60)) as window,
    ):
        slow.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
        window.sendall(b"GET /live HTTP/1.1\r\nHost: localhost\r\n\r\n")
        for _ in range(LONGER):
            try:
                slow.sendall(b"a")
            except OSError:
                break
            sleep(1)
        else:
            message = "The server waited for headers that dribbled in."
            raise AssertionError(message)
        sleep(max(0, began + LONGER - monotonic()))
        window.settimeout(1)
        heard = window.recv(100_000)
        assert heard.startswith(b"HTTP/1.1 200")
        window.settimeout(60)
        key, wish = "silent-window", {"name": "Rua"}
        assert call(address, "POST", "/api/v1/commands/register-person", key, wish)[0] == 201
        while b"event: changed" not in heard:
            more = window.recv(100_000)
            assert more, "the window was closed"
            heard += more
    stop_server(server)
