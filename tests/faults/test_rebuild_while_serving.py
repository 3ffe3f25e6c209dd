"""Pages are told anew again and again while people write and read: nobody sees less than before."""

from tests.faults.crowd import Crowd
from tests.faults.promise import Place, assert_kept, tell
from tests.faults.workers import terminal
from tests.support.machines.pace import Form
from tests.support.pages.web_server import stop_server


def test_no_page_fails_and_none_shows_less_than_was_acknowledged(place: Place, form: Form) -> None:
    pilot, rebuilds = place.new_pilot(), int(form(1, 10))
    server, address = place.serve()
    with Crowd(address, pilot, 6, look=2) as crowd:
        crowd.wait_for(30)
        for _ in range(rebuilds):
            assert "Rebuilt from" in terminal(place).done("rebuild")
        crowd.wait_for(10)
    stop_server(server)

    assert not crowd.refused
    assert not crowd.unreached
    events = assert_kept(place, crowd)
    left = list(place.folder.glob("views-beside-*"))
    assert left == []
    tell("rebuild while serving", rebuilds, "rebuilds,", events, f"events, {crowd.slowest:.1f} s")
