"""A connection lost at the commit, or a server that was gone: everything is done exactly once."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import make_url

from domain.kernel.access import Asker
from pilots.commands.participation import LogParticipation
from pilots.commands.pilot import ProposePilot
from pilots.request import CommandRequest
from pilots.store.failures import ConnectionLost
from tests.support.machines.clock import Clock
from tests.support.machines.commit_cutter import Cutter
from tests.support.machines.postgres import Server, serving
from tests.support.stories.builders import ask, person
from tests.support.stories.events_by_hand import event
from web.bootstrap import Platform, build

SAVES = 20


@pytest.fixture
def database() -> str:
    """The platform below is behind the proxy."""
    return ""


@pytest.fixture
def cutter(server: Server) -> Iterator[Cutter]:
    """A proxy before the server."""
    with closing(Cutter(server.port)) as cutter:
        yield cutter


@pytest.fixture
def behind(cutter: Cutter, postgres: str, tmp_path: Path, clock: Clock) -> Iterator[Platform]:
    """A platform that reaches its database through the proxy."""
    address = make_url(postgres).set(port=cutter.port).render_as_string(hide_password=False)
    with closing(build(tmp_path, clock, database_url=f"{address}?sslmode=disable")) as platform:
        yield platform


def test_a_command_whose_acknowledgement_was_lost_is_done_once(
    behind: Platform, cutter: Cutter
) -> None:
    mere = person(behind, "Mere", "manager")
    pilot = ask(behind, mere, ProposePilot(title="Tui")).stream("pilot")
    before = behind.pilots.head()

    for number in range(SAVES):
        cutter.left = 1
        wish = LogParticipation(pilot=pilot, text=f"entry {number}")
        receipt = ask(behind, mere, wish)
        assert receipt.position == before + number + 1

    assert cutter.cut == SAVES
    assert behind.pilots.head() == before + SAVES


def test_events_whose_acknowledgement_was_lost_are_told_from_a_conflict(
    behind: Platform, cutter: Cutter
) -> None:
    for number in range(SAVES):
        stored = [
            behind.pilots.mapper.to_stored_event(event(stream=f"pilot-{number}", version=version))
            for version in (1, 2)
        ]
        cutter.left = 1
        with pytest.raises(ConnectionLost):
            behind.pilots.recorder.insert_events(stored)

        positions = behind.pilots.recorder.insert_events(stored)

        assert list(positions) == [2 * number + 1, 2 * number + 2]
    assert behind.pilots.head() == 2 * SAVES
    assert cutter.cut == SAVES


def test_a_connection_that_is_always_lost_is_not_tried_for_ever(
    behind: Platform, cutter: Cutter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pilots.application.PAUSES", (0.0, 0.0))
    mere: Asker = person(behind, "Mere", "manager")
    cutter.close()
    behind.stores.history.dispose()

    with pytest.raises(ConnectionLost):
        behind.pilots.carry_out(CommandRequest(asker=mere), ProposePilot(title="Tui"))


def test_a_server_that_was_gone_and_came_back_is_used_again(tmp_path: Path, clock: Clock) -> None:
    with serving() as server, closing(build(tmp_path, clock, database_url=server.create())) as here:
        mere = person(here, "Mere", "manager")
        with here.views.reading():
            pass
        server.stop("immediate")
        server.start()

        ask(here, mere, ProposePilot(title="Tui"))

        with here.views.reading():
            assert here.views.behind() == 0
