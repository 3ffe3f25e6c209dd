"""The command line on PostgreSQL: what is in force, workers, and sentences when it cannot go on."""

import signal
import urllib.request
from contextlib import closing
from pathlib import Path
from time import monotonic, sleep

import pytest
from sqlalchemy import make_url

from pilots.commands.pilot import ProposePilot
from tests.support.machines.command_line import CommandLine
from tests.support.pages.web_server import start_server, stop_server
from tests.support.stories.builders import ask, person

PASSWORD = "hunter2"  # noqa: S105  # one that must not be shown


@pytest.fixture
def cli(tmp_path: Path, postgres: str) -> CommandLine:
    """A terminal whose settings name a PostgreSQL database."""
    return CommandLine(tmp_path, postgres)


def test_the_doctor_names_the_engine_and_never_the_password(cli: CommandLine) -> None:
    url = make_url(cli.database_url).set(password=PASSWORD).update_query_dict({"passfile": "key"})
    cli.database_url = url.render_as_string(hide_password=False)
    cli.done("migrate")

    told = cli.done("doctor")

    assert "PostgreSQL 1" in told
    assert f"pilotlog:***@127.0.0.1:{url.port}/{url.database}" in told
    assert PASSWORD not in told
    assert "passfile=key" not in told
    assert not cli.data.exists()


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("mysql://me:hunter2@host/name", "A database address reads postgresql://"),
        ("postgresql://me:hunter2@host", "A database address reads postgresql://"),
        ("no address", "A database address reads postgresql://"),
        ("postgresql://me:hunter2@127.0.0.1:1/name", "PostgreSQL cannot be used: connection"),
    ],
)
def test_an_address_that_will_not_do_is_refused_in_a_sentence(
    tmp_path: Path, address: str, words: str
) -> None:
    for said in (("doctor",), ("export",), ("copy", "--to", "elsewhere")):
        told = CommandLine(tmp_path, address).refused(*said)

        assert words in told
        assert PASSWORD not in told
        assert len(told.splitlines()) == 1


def test_a_worker_keeps_the_read_models_told_and_stops_when_told(cli: CommandLine) -> None:
    workers = [cli.begin("worker") for _ in range(2)]
    try:
        with closing(cli.platform()) as here:
            mere = person(here, "Mere", "manager")
            for number in range(20):
                ask(here, mere, ProposePilot(title=f"Pilot {number}"))
            deadline = monotonic() + 20
            while here.views.behind() and monotonic() < deadline:
                sleep(0.05)
            assert here.views.behind() == 0
            assert here.differences(lambda _: None) == []
    finally:
        for worker in workers:
            worker.send_signal(signal.SIGTERM)
        ended = [(worker.communicate(timeout=20), worker.returncode) for worker in workers]
    assert [code for _, code in ended] == [0, 0], ended


def children_of(parent: int, number: int) -> list[str]:
    """Return the processes of a parent once there are as many as there should be."""
    deadline, found = monotonic() + 20, list[str]()
    while len(found) < number and monotonic() < deadline:
        found = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    assert len(found) == number
    return found


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_several_processes_serve_one_port_and_stop_together(
    engine: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    address = "" if engine == "sqlite" else request.getfixturevalue("postgres")
    server, at = start_server(tmp_path, 0, "--workers", "3", database_url=address)
    children = children_of(server.pid, 3)
    for _ in range(20):
        with urllib.request.urlopen(f"{at}/healthz", timeout=20) as answer:  # noqa: S310  # ours
            assert answer.status == 200
    stop_server(server)
    assert not [child for child in children if Path(f"/proc/{child}").exists()]
