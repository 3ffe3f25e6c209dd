"""A real server in a process of its own, for tests that end it."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from time import monotonic, sleep
from typing import IO

PROGRAM = "from web.cli import main; main()"
PATIENCE = 30.0


class Serving(subprocess.Popen[str]):
    """A process that serves, and what it has said so far."""

    log: IO[str]

    def said(self) -> str:
        """Return what it has said on standard error."""
        self.log.seek(0)
        return self.log.read()


def start_server(
    folder: Path,
    port: int = 0,
    *said: str,
    database_url: str = "",
    program: str = PROGRAM,
    local: bool = True,
) -> tuple[Serving, str]:
    """Serve a folder on a free port; return the process and its address."""
    log = TemporaryFile("a+")  # noqa: SIM115  # a pipe that nobody reads would fill
    server = Serving(
        [sys.executable, "-c", program, "serve", *["--local"] * local, "--port", str(port), *said],
        env=os.environ | {"PILOTLOG_DATA": str(folder), "PILOTLOG_DATABASE_URL": database_url},
        stdout=subprocess.DEVNULL,
        stderr=log,
        start_new_session=True,  # so that it can be ended with all its workers
        text=True,
    )
    server.log = log
    deadline = monotonic() + PATIENCE
    while "(Ctrl-C stops it)" not in (said_so_far := server.said()):
        if server.poll() is not None or monotonic() > deadline:
            kill_server(server)
            raise AssertionError(said_so_far)
        sleep(0.01)
    return server, said_so_far.split(" at ")[1].split()[0]


def stop_server(server: Serving) -> None:
    """End a server as an operator would, and expect it to go in peace."""
    server.send_signal(signal.SIGTERM)
    assert server.wait(20) == 0, server.said()
    server.log.close()


def kill_server(server: Serving, *, alone: bool = False) -> None:
    """End a server with its workers as a power cut would, or alone as a stray kill -9 would."""
    if alone:
        server.kill()
    else:
        with suppress(ProcessLookupError):  # it has ended by itself
            os.killpg(server.pid, signal.SIGKILL)
    server.wait(20)
    server.log.close()
