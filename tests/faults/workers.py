"""A `pilotlog worker` in a process of its own, at work from the moment a test has it."""

import subprocess
from pathlib import Path

from tests.faults.promise import Place
from tests.support.machines.command_line import CommandLine


def begin_worker(place: Place) -> subprocess.Popen[str]:
    """Begin one, and return when it tells the pages."""
    worker = terminal(place).begin("worker")
    assert worker.stderr
    assert "Keeps the read models told" in worker.stderr.readline()
    return worker


def terminal(place: Place) -> CommandLine:
    """Return a command line whose settings name the place."""
    line = CommandLine(Path(place.folder).parent, place.database_url)
    line.data = place.folder
    return line
