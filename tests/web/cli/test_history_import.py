"""`pilotlog import polis` brings exports in: whole or not at all, and once."""

import os
import signal
import subprocess
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.support.machines.command_line import CommandLine
from tests.support.stories.polis_exports import SUMMARY, write_export


@pytest.fixture
def cli(tmp_path: Path) -> CommandLine:
    """A terminal with an empty data folder."""
    return CommandLine(tmp_path)


def head(cli: CommandLine) -> int:
    with closing(cli.platform()) as here:
        return here.pilots.head()


def test_twice_it_adds_nothing_twice(cli: CommandLine) -> None:
    first = cli.done("import", "polis", cli.dogs())
    stored = head(cli)
    second = cli.done("import", "polis", cli.dogs())

    assert first.startswith("Dogs in the park: 6 added, 0 known. pilot-")
    assert second.startswith("Dogs in the park: 0 added, 6 known. pilot-")
    assert first.split()[-1] == second.split()[-1]
    assert head(cli) == stored > 6


def test_a_dry_run_stores_nothing(cli: CommandLine) -> None:
    assert "can be imported" in cli.done("import", "polis", cli.dogs(), "--dry-run")
    assert head(cli) == 0


def test_a_folder_that_is_not_there_is_refused(cli: CommandLine) -> None:
    sentence = cli.refused("import", "polis", str(cli.folder / "cats"))

    assert "cats" in sentence
    assert len(sentence.splitlines()) == 1


def test_one_bad_folder_among_good_ones_stores_nothing(cli: CommandLine) -> None:
    bad = write_export(cli.folder / "cats", votes=[(1, 0, 1, 7)])

    assert "none of 1 (agree)" in cli.refused("import", "polis", cli.dogs(), str(bad))

    assert head(cli) == 0


def test_a_file_instead_of_a_folder_is_refused(cli: CommandLine) -> None:
    file = Path(cli.dogs()) / "votes.csv"

    assert len(cli.refused("import", "polis", str(file)).splitlines()) == 1


def test_stopped_by_ctrl_c_while_storing_it_says_so_and_leaves_nothing(cli: CommandLine) -> None:
    comments = [(1_700_000_000_000 + n, n, n % 7, f"Statement {n}") for n in range(100)]
    votes = [(1_700_000_100_000 + n, n % 100, n // 100 + 1, n % 3 - 1) for n in range(20_000)]
    folder = write_export(cli.folder / "long", votes, comments, SUMMARY)
    cli.done("migrate")
    running = cli.begin("import", "polis", str(folder))

    log = cli.data / "events.sqlite-wal"
    while running.poll() is None and not (log.exists() and log.stat().st_size > 100_000):
        time.sleep(0.01)
    stopped(running)

    assert head(cli) == 0
    assert "20,100 added" in cli.done("import", "polis", str(folder))


def test_stopped_by_ctrl_c_while_reading_it_says_so_too(cli: CommandLine) -> None:
    folder = Path(cli.dogs())
    (folder / "votes.csv").unlink()
    os.mkfifo(folder / "votes.csv")
    running = cli.begin("import", "polis", str(folder))

    pipe = 0
    while running.poll() is None and not pipe:
        with suppress(OSError):  # nobody reads it yet
            pipe = os.open(folder / "votes.csv", os.O_WRONLY | os.O_NONBLOCK)
        time.sleep(0.01)
    stopped(running)
    if pipe:
        os.close(pipe)

    assert head(cli) == 0


def stopped(running: subprocess.Popen[str]) -> None:
    running.send_signal(signal.SIGINT)
    try:
        said, wrong = running.communicate(timeout=60)
    finally:
        running.kill()
    assert running.returncode == 1, said + wrong
    assert "Traceback" not in wrong
    assert wrong.strip().endswith(".")
