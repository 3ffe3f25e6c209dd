"""A real server in a process of its own, for tests that end it."""

import os
import signal
import subprocess
import sys
from pathlib import Path


def start_server(
    folder: Path, port: int = 0, *said: str, database_url: str = ""
) -> tuple[subprocess.Popen[str], str]:
    """Serve a folder on a free port; return the process and its address."""
    command = [sys.executable, "-c", "from web.cli import main; main()", "serve", "--local"]
    server = subprocess.Popen(
        [*command, "--port", str(port), *said],
        env=os.environ | {"PILOTLOG_DATA": str(folder), "PILOTLOG_DATABASE_URL": database_url},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert server.stderr
    told = server.stderr.readline()
    assert "http://" in told, told + server.stderr.read()
    return server, told.split(" at ")[1].split()[0]


def stop_server(server: subprocess.Popen[str]) -> None:
    """End a server as an operator would, and expect it to go in peace."""
    server.send_signal(signal.SIGTERM)
    assert server.wait(20) == 0
    assert server.stderr
    server.stderr.close()


def kill_server(server: subprocess.Popen[str]) -> None:
    """End a server as a power cut would."""
    server.kill()
    server.wait(20)
    assert server.stderr
    server.stderr.close()
