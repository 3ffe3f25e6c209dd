"""Runs the command line as a process of its own, on a data folder of the test."""

import os
import signal
import subprocess
import sys
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from pilots.request import new_id
from tests.support.stories.polis_exports import COMMENTS, SUMMARY, VOTES, write_export
from web.bootstrap import Platform, build
from web.cli import main

PROGRAM = str(Path(sys.executable).with_name("pilotlog"))
PATIENCE = 120.0
FORKING = get_context("forkserver")  # imports once what each process needs, a second otherwise
FORKING.set_forkserver_preload(["web.cli", "eventsourcing.postgres", "typer.rich_utils"])


class CommandLine:
    """Somebody at a terminal, with a data folder."""

    def __init__(self, folder: Path, database_url: str = "") -> None:
        self.folder = folder
        self.database_url = database_url
        self.language = "en"
        self.data = folder / "data"

    def run(self, *said: str, data: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run one command to its end."""
        with TemporaryDirectory() as folder:
            out, err = Path(folder) / "out", Path(folder) / "err"
            running = FORKING.Process(
                target=_speak, args=(said, self.environment(data), self.folder, out, err)
            )
            running.start()
            running.join(PATIENCE)
            if running.exitcode is None:
                running.kill()
                raise subprocess.TimeoutExpired(said, PATIENCE, out.read_bytes(), err.read_bytes())
            return subprocess.CompletedProcess(
                said, running.exitcode, out.read_text(), err.read_text()
            )

    def begin(self, *said: str) -> subprocess.Popen[str]:
        """Begin a command, and let the test end it."""
        return subprocess.Popen(  # our own program
            [PROGRAM, *said],
            env=self.environment(),
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=_heed_ctrl_c,  # noqa: PLW1509  # a test runner in the background ignores it
        )

    def done(self, *said: str) -> str:
        """Run a command that must be done, and return what it said."""
        ran = self.run(*said)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    def refused(self, *said: str, code: int = 1) -> str:
        """Run a command that must be refused, and return the one sentence it said."""
        ran = self.run(*said)
        assert ran.returncode == code, ran.stdout + ran.stderr
        assert "Traceback" not in ran.stderr
        assert ran.stderr.strip()
        return ran.stderr.strip()

    def environment(self, data: Path | None = None) -> dict[str, str]:
        """Return what the program is told by its environment."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("PILOTLOG_")}
        told = {"PILOTLOG_DATABASE_URL": self.database_url} if self.database_url else {}
        told |= {"PILOTLOG_DATA": str(data or self.data), "COLUMNS": "200"}
        return kept | told | {"LANGUAGE": self.language}

    def platform(self) -> Platform:
        """Open the data folder, to look at what is there."""
        return build(self.data, database_url=self.database_url)

    def dogs(self) -> str:
        """Write a small invented export, and return its folder."""
        return str(write_export(self.folder / "dogs", VOTES, COMMENTS, SUMMARY))

    def a_file(self) -> Path:
        """Return the name of a file that is not there yet."""
        return self.folder / f"{new_id()}.out"


def _speak(
    said: tuple[str, ...], environment: dict[str, str], folder: Path, out: Path, err: Path
) -> None:
    """Be the process of `pilotlog`: with its environment, folder, arguments and outputs."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    for descriptor, file in ((1, out), (2, err)):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT), descriptor)
    sys.argv = [PROGRAM, *said]
    main()


def _heed_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
