"""SIGTERM while requests are under way: they are answered, and the process goes in peace."""

import signal
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from time import sleep

from tests.faults.calling import PATIENCE, call
from tests.faults.crowd import LOG, Crowd
from tests.faults.promise import Place, assert_kept, tell
from tests.faults.test_slow_writer import nobody_else_writes
from tests.support.machines.pace import Form
from tests.support.pages.web_server import stop_server
from web.http.security import STOPPED

GRACE = 4.5  # seconds; less than what is given to requests under way


def test_a_request_under_way_is_answered_before_the_server_goes(place: Place) -> None:
    body = {"pilot": place.new_pilot(), "text": "under way"}
    server, address = place.serve()
    assert call(address, "GET", "/readyz")[0] == 200  # the first answer takes longest
    with ThreadPoolExecutor(1) as client:
        with nobody_else_writes(place):
            answer = client.submit(call, address, "POST", LOG, "under-way", body)
            sleep(1)
            server.send_signal(signal.SIGTERM)
            sleep(0.5)
            assert server.poll() is None
        assert answer.result(20)[0] == 201
    assert server.wait(20) == 0
    assert "Traceback" not in server.said()


def test_what_takes_longer_than_the_grace_is_to_be_sent_again_and_done_once(place: Place) -> None:
    pilot = place.new_pilot()
    late = (LOG, "too-late-the-first-time", {"pilot": pilot, "text": "late"})
    server, address = place.serve()
    assert call(address, "GET", "/readyz")[0] == 200
    with ThreadPoolExecutor(1) as client, nobody_else_writes(place):
        answer = client.submit(call, address, "POST", *late)
        sleep(1)
        server.send_signal(signal.SIGTERM)
        status, told = answer.result(20)
    assert (status, told["title"]) == (503, str(STOPPED))
    assert server.wait(20) == 0

    server, address = place.serve()
    assert call(address, "POST", *late)[0] == 201
    assert call(address, "GET", f"/api/v1/pilots/{pilot}")[1]["figures"]["entries"] == 1
    stop_server(server)


def test_a_server_stopped_in_mid_traffic_goes_in_peace_and_the_next_goes_on(
    place: Place, form: Form
) -> None:
    pilot, turns = place.new_pilot(), int(form(1, 5))
    server, address = place.serve("--workers", "2")
    port = int(address.rpartition(":")[2])
    with Crowd(address, pilot, 8) as crowd:
        for _ in range(turns):
            crowd.wait_for(15)
            server.send_signal(signal.SIGTERM)
            assert server.wait(20) == 0, server.said()
            server, _ = place.serve("--workers", "2", port=port)
        crowd.wait_for(10)
    stop_server(server)
    tell("SIGTERM", turns, "times,", assert_kept(place, crowd), "events")


def test_open_windows_are_let_go_at_once(place: Place) -> None:
    server, address = place.serve()
    windows = [HTTPConnection(address.removeprefix("http://"), timeout=PATIENCE) for _ in range(5)]
    streams = []
    for window in windows:
        window.request("GET", "/live")
        streams.append(window.getresponse())
        assert streams[-1].readline() == b": listening\r\n"
    server.send_signal(signal.SIGTERM)
    assert server.wait(GRACE) == 0, server.said()
    assert "Traceback" not in server.said()
    for stream in streams:
        assert b"changed" not in stream.read()  # ended in order, not cut off
    for window in windows:
        window.close()
