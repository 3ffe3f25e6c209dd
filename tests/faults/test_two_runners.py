"""Two workers, two web processes and their readers tell the same pages: each row once."""

from time import sleep

from tests.faults.crowd import Crowd
from tests.faults.promise import Place, assert_kept, tell
from tests.faults.workers import begin_worker
from tests.support.machines.pace import Form
from tests.support.pages.web_server import stop_server


def test_runners_at_the_same_place_tell_each_row_once(place: Place, form: Form) -> None:
    pilot = place.new_pilot()
    server, address = place.serve("--workers", "2")
    workers = [begin_worker(place) for _ in range(2)]
    try:
        with Crowd(address, pilot, 8, look=2) as crowd:
            sleep(form(1, 15))
    finally:
        for worker in workers:
            worker.terminate()
        ended = [(worker.communicate(timeout=20)[1], worker.returncode) for worker in workers]
    stop_server(server)

    assert [code for _, code in ended] == [0, 0], ended
    assert not any("cannot be reached" in said for said, _ in ended), ended
    assert not crowd.refused
    tell("two runners", assert_kept(place, crowd), "events")
