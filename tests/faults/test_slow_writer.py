"""Another process holds the right to write for seconds: writers wait, readers notice nothing."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic, sleep

from tests.faults.calling import call
from tests.faults.crowd import Crowd
from tests.faults.promise import Place, assert_kept, tell
from tests.support.pace import Form
from tests.support.web_server import stop_server


@contextmanager
def nobody_else_writes(place: Place) -> Iterator[None]:
    """Hold the turn to write, as a slow writer in another process would."""
    with (
        closing(place.opened()) as other,
        other.history.execution_options(writing=True).begin(),
    ):
        yield


def test_writers_wait_and_readers_do_not(place: Place, form: Form) -> None:
    pilot, held = place.new_pilot(), form(2, 10)
    server, address = place.serve()
    slowest, rounds = 0.0, 0
    with Crowd(address, pilot, 8, look=0) as crowd:
        crowd.wait_for(20)
        with nobody_else_writes(place):
            until = monotonic() + held
            sleep(0.2)  # what was committed already is told
            told = len(crowd.told)
            while monotonic() < until:
                begun = monotonic()
                assert call(address, "GET", f"/pilots/{pilot}")[0] == 200
                assert call(address, "GET", "/api/v1/events?limit=10")[0] == 200
                slowest, rounds = max(slowest, monotonic() - begun), rounds + 1
            assert len(crowd.told) == told, "nobody else was to write"
        crowd.wait_for(20)
    stop_server(server)

    assert not crowd.refused
    assert crowd.slowest > held / 2
    assert rounds > 1, "a reader waited for the writer"
    assert_kept(place, crowd)
    tell("slow writer", f"held {held} s, writers {crowd.slowest:.1f} s, readers {slowest:.2f} s")


def test_more_writers_than_threads_leave_readers_alone(tmp_path: Path) -> None:
    place = Place(tmp_path / "data")
    pilot = place.new_pilot()
    server, address = place.serve()
    with Crowd(address, pilot, 60, look=0) as crowd:
        crowd.wait_for(20)
        with nobody_else_writes(place):
            sleep(0.5)
            answered = call(address, "GET", "/healthz", within=2)
    stop_server(server)

    assert answered == (200, "ok")
