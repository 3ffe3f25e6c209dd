"""Another process holds the right to write for seconds: writers wait, readers notice nothing."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic, sleep

from tests.faults.calling import call
from tests.faults.crowd import Crowd
from tests.faults.promise import Place, assert_kept, tell
from tests.support.machines.pace import Form
from tests.support.pages.web_server import stop_server

AT_ONCE = 1.5  # seconds; or what reading took before, on a machine that is busier than that


@contextmanager
def nobody_else_writes(place: Place) -> Iterator[None]:
    """Hold the turn to write, as a slow writer in another process would."""
    with (
        closing(place.opened()) as other,
        other.history.execution_options(writing=True).begin(),
    ):
        yield


def read(address: str, pilot: str) -> float:
    """Read a page and the API; return how many seconds both took."""
    begun = monotonic()
    assert call(address, "GET", f"/pilots/{pilot}")[0] == 200
    assert call(address, "GET", "/api/v1/events?limit=10")[0] == 200
    return monotonic() - begun


def test_writers_wait_and_readers_do_not(place: Place, form: Form) -> None:
    pilot, held = place.new_pilot(), form(2, 10)
    server, address = place.serve()
    slowest = 0.0
    with Crowd(address, pilot, 8, look=0) as crowd:
        crowd.wait_for(20)
        usual = max(read(address, pilot) for _ in range(5))
        with nobody_else_writes(place):
            until = monotonic() + held
            sleep(0.2)  # what was committed already is told
            told = len(crowd.told)
            while monotonic() < until:
                slowest = max(slowest, read(address, pilot))
            assert len(crowd.told) == told, "nobody else was to write"
        crowd.wait_for(20)
    stop_server(server)

    assert not crowd.refused
    assert crowd.slowest > held / 2
    assert slowest < max(AT_ONCE, usual)
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
