"""Processes killed in the middle of many requests that retry: nothing is lost, nothing is twice."""

import signal
from socket import create_connection
from time import monotonic, sleep
from urllib.parse import urlsplit

from tests.faults.crowd import Crowd
from tests.faults.promise import Place, assert_kept, tell
from tests.faults.test_slow_writer import nobody_else_writes
from tests.faults.workers import begin_worker
from tests.support.machines.pace import Form
from tests.support.pages.web_server import kill_server, stop_server


def test_a_killed_server_loses_nothing_and_doubles_nothing(place: Place, form: Form) -> None:
    pilot, said = place.new_pilot(), ("--workers", "2")
    server, address = place.serve(*said)
    port = int(address.rpartition(":")[2])
    with Crowd(address, pilot, 16) as crowd:
        for turn in range(int(form(2, 8))):
            crowd.wait_for(40 + 13 * turn % 50)
            kill_server(server, alone=turn % 2 == 1)  # its workers follow it
            gone_by(address)
            server, _ = place.serve(*said, port=port)
        crowd.wait_for(20)
    stop_server(server)

    assert crowd.unreached, "no kill hit anything"
    events = assert_kept(place, crowd)
    tell("kill -9 of the server", len(crowd.told), "told,", crowd.unreached, "cut,", events)


def test_a_killed_worker_skips_nothing_and_tells_nothing_twice(place: Place, form: Form) -> None:
    pilot = place.new_pilot()
    server, address = place.serve()
    kills = 0
    with Crowd(address, pilot, 8, look=0) as crowd:  # nobody reads: the worker alone tells
        for _ in range(int(form(1, 8))):
            worker = begin_worker(place)
            crowd.wait_for(60)
            worker.kill()
            assert worker.wait(20) == -signal.SIGKILL
            worker.communicate()
            kills += 1
    stop_server(server)
    tell("kill -9 of the worker", kills, "kills,", assert_kept(place, crowd), "events")


def test_workers_of_a_killed_server_close_the_door_together(place: Place) -> None:
    pilot = place.new_pilot()
    server, address = place.serve("--workers", "2")
    with Crowd(address, pilot, 16) as crowd:
        crowd.wait_for(20)
        with nobody_else_writes(place):
            sleep(1)  # by now both workers have requests that cannot be done
            kill_server(server, alone=True)
            gone_by(address)
        server, _ = place.serve(port=int(address.rpartition(":")[2]))
        crowd.wait_for(20)
    stop_server(server)
    assert_kept(place, crowd)


def gone_by(address: str, within: float = 10.0) -> None:
    """Wait until nobody listens there any more: no worker outlives the process it belongs to."""
    there = urlsplit(address)
    deadline = monotonic() + within
    while monotonic() < deadline:
        try:
            create_connection((there.hostname, there.port), 1).close()
        except ConnectionRefusedError:  # one that is reset or late may be of the first worker to go
            return
        sleep(0.05)
    message = f"somebody still listens at {address}"
    raise AssertionError(message)
