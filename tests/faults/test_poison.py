"""A fact that cannot be read, or told, while a server runs: the rest goes on, and it is mended."""

from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import text

from pilots.commands.participation import LogParticipation
from projections.engine.catch_up import parked
from tests.faults.calling import call
from tests.faults.crowd import LOG, Crowd
from tests.faults.promise import Place, assert_kept, tell
from tests.faults.raising_projection import POISON, PROGRAM
from tests.faults.workers import terminal
from tests.support.pages.web_server import stop_server
from tests.support.stories.builders import ask, person


def test_an_unreadable_fact_is_left_out_told_of_and_healed(place: Place) -> None:
    pilot = place.new_pilot()
    bad, good = damaged(place, pilot)
    server, address = place.serve()
    with Crowd(address, pilot, 4) as crowd:  # whose readers would miss nothing but that one
        crowd.wait_for(15)
    told = terminal(place).refused("doctor")
    assert f"leaves {bad['facts'][0]['stream']} out since event {bad['position']}" in told
    assert "unreadable" in told

    write_over(place, bad, good)
    terminal(place).done("rebuild")

    assert "All is well." in terminal(place).done("doctor")
    stop_server(server)
    crowd.told[POISON] = bad
    tell("unreadable fact", assert_kept(place, crowd), "events")


def test_a_fact_that_a_projection_cannot_tell_is_left_out_and_healed(tmp_path: Path) -> None:
    place = Place(tmp_path / "data")
    pilot = place.new_pilot()
    server, address = place.serve(program=PROGRAM)
    with Crowd(address, pilot, 4, look=0) as crowd:
        crowd.wait_for(10)
        _, bad = call(address, "POST", LOG, "request-poison", {"pilot": pilot, "text": POISON})
        crowd.wait_for(20)
        assert call(address, "GET", f"/pilots/{pilot}")[0] == 200
    _, page = call(address, "GET", f"/api/v1/pilots/{pilot}")
    assert page["figures"]["entries"] == len(crowd.told)
    with closing(place.opened()) as here:
        assert [error for *_, error in parked(here.views.engine)] == [
            "ValueError: this cannot be told"
        ]
    stop_server(server)

    with closing(place.opened()) as here:  # by a release that can tell it
        here.rebuild(lambda _: None)
    crowd.told[POISON] = bad
    tell("projection that raises", assert_kept(place, crowd), "events")


def test_readyz_tells_that_something_is_left_out(tmp_path: Path) -> None:
    place = Place(tmp_path / "data")
    damaged(place, place.new_pilot())
    server, address = place.serve()
    status, told = call(address, "GET", "/readyz")
    stop_server(server)

    assert (status, told) == (200, "0 events behind, 1 thing left out: see `pilotlog doctor`")


def damaged(place: Place, pilot: str) -> tuple[dict[str, Any], bytes]:
    """Log an entry that nobody has told yet, and damage it; return its receipt and its content."""
    with closing(place.opened()) as here:
        receipt = ask(here, person(here, "Aroha"), LogParticipation(pilot=pilot, text=POISON))
    bad = {"position": receipt.position, "facts": [{"stream": receipt.stream("entry")}]}
    return bad, write_over(place, bad, b"{")


def write_over(place: Place, receipt: dict[str, Any], state: bytes) -> bytes:
    """Write over the content of a fact, and return what stood there."""
    here = {"position": receipt["position"], "state": state}
    with (
        closing(place.opened()) as platform,
        platform.history.execution_options(writing=True).begin() as db,
    ):
        asked = "SELECT state FROM events WHERE position = :position"
        before: bytes = db.scalar(text(asked), here)
        db.execute(text("UPDATE events SET state = :state WHERE position = :position"), here)
    return before
