"""PostgreSQL crashes in mid-traffic and comes back: a sentence meanwhile, and then as before."""

from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.faults.calling import call
from tests.faults.crowd import Crowd
from tests.faults.promise import Place, assert_kept, tell
from tests.support.machines.pace import Form
from tests.support.machines.postgres import MISSING, Server, binaries, serving
from tests.support.pages.web_server import stop_server


@pytest.fixture(scope="module")
def durable() -> Iterator[Server]:
    """A PostgreSQL of its own that keeps what it acknowledged, as its own defaults have it."""
    if binaries() is None:
        pytest.skip(MISSING)
    with serving() as server:
        yield server


def test_a_database_that_was_gone_is_used_again_and_nothing_is_lost(
    durable: Server, tmp_path: Path, form: Form
) -> None:
    place = Place(tmp_path / "data", durable.create())
    pilot = place.new_pilot()
    server, address = place.serve("--workers", "2")
    back = 0.0
    with Crowd(address, pilot, 8) as crowd:
        for turn in range(int(form(2, 6))):
            crowd.wait_for(30 + 7 * turn)
            durable.stop("immediate")
            assert call(address, "GET", "/healthz") == (200, "ok")
            assert call(address, "GET", "/readyz")[0] >= 500
            sleep(form(0, 4) * (turn % 2))  # longer than a command tries by itself
            durable.start()
            begun = monotonic()
            crowd.wait_for(1)
            back = max(back, monotonic() - begun)
        crowd.wait_for(20)
    assert call(address, "GET", "/readyz")[0] == 200
    stop_server(server)

    events = assert_kept(place, crowd)
    tell("database gone", events, "events,", dict(crowd.refused), f"back in {back:.1f} s")


def test_meanwhile_pages_and_api_say_so(durable: Server, tmp_path: Path) -> None:
    place = Place(tmp_path / "data", durable.create())
    pilot = place.new_pilot()
    server, address = place.serve()
    durable.stop("immediate")
    try:
        answers = [
            call(address, "GET", "/readyz"),
            call(address, "GET", f"/api/v1/pilots/{pilot}"),
            call(address, "GET", f"/pilots/{pilot}"),
        ]
    finally:
        durable.start()

    for status, told in answers:
        assert status == 503
        assert "The database cannot be used right now" in str(told)
    assert "Traceback" not in server.said()
