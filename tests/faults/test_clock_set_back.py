"""The clock of the server is set back while it serves: what is recorded never goes back."""

from collections import defaultdict
from contextlib import closing
from itertools import pairwise
from time import monotonic
from urllib.parse import quote

from domain.facts.participation import ParticipationLogged
from domain.kernel.aggregate import Event
from domain.kernel.moments import stamp
from tests.faults.calling import PATIENCE, call
from tests.faults.crowd import Crowd
from tests.faults.promise import EVER, Place, assert_kept, tell
from tests.faults.wayward_clock import PROGRAM
from tests.support.machines.pace import Form
from tests.support.pages.web_server import stop_server


def test_recorded_times_never_go_back_and_pages_of_then_agree(place: Place, form: Form) -> None:
    pilot, until = place.new_pilot(), form(1.5, 15)
    server, address = place.serve("--workers", "2", program=PROGRAM)
    until += monotonic()
    renamed = 0
    with Crowd(address, pilot, 4) as crowd:
        while monotonic() < until or not was_set_back(address):  # many facts of one stream
            assert monotonic() < until + PATIENCE, "the clock was never set back"
            renamed += 1
            body = {"pilot": pilot, "title": f"Title {renamed}"}
            path = "/api/v1/commands/rename-pilot"
            assert call(address, "POST", path, f"rename-{renamed:06}", body)[0] == 201
    stop_server(server)
    events = assert_kept(place, crowd)
    with closing(place.opened()) as here:
        facts = [fact for fact in here.source(0, EVER) if isinstance(fact, Event)]
    times = [stamp(fact.recorded_at) for fact in facts if fact.recorded_at]

    server, address = place.serve()  # with the right time: what lies ahead of a clock is now
    by_stream = defaultdict(list)
    for fact, time in zip(facts, times, strict=True):
        by_stream[fact.originator_id].append(time)
    assert all(stamps == sorted(stamps) for stamps in by_stream.values())

    entries = [isinstance(fact.fact, ParticipationLogged) for fact in facts]
    for number in range(3, len(facts), max(1, len(facts) // 40)):
        time, position = times[number], facts[number].position
        if time >= by_stream[pilot][0]:
            known = sum(e for e, then in zip(entries, times, strict=True) if then <= time)
            assert shown(address, pilot, f"as_of={quote(time)}") == known
        assert shown(address, pilot, f"at={position}") == sum(entries[: number + 1])
    stop_server(server)
    tell("clock set back", events, "events,", renamed, "renamings")


def was_set_back(address: str) -> bool:
    """Tell whether what was stored later says that it was recorded earlier."""
    status, told = call(address, "GET", "/api/v1/events?limit=1000")
    assert status == 200, told
    times = [event["recorded_at"] for event in told["events"]]
    return any(after < before for before, after in pairwise(times))


def shown(address: str, pilot: str, cut: str) -> int:
    """Return how many entries a page shows as it was then."""
    status, told = call(address, "GET", f"/api/v1/pilots/{pilot}?{cut}")
    assert status == 200, told
    return int(told["figures"]["entries"])
