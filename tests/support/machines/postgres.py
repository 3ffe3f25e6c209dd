"""A real PostgreSQL for the tests, from the binaries of the system, thrown away afterwards."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import URL, create_engine, make_url

MISSING = "Install PostgreSQL 15 or later to run this test (on Debian: apt-get install postgresql)."
MEMORY = Path("/dev/shm")  # noqa: S108  # copying a database in memory takes a third of the time
ENOUGH = 4_000_000_000  # bytes
FAST = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=300")


def binaries() -> Path | None:
    """Return the folder with PostgreSQL's binaries, the newest there is, or None."""
    found = list(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return max(found, key=lambda each: int(each.parts[-3])).parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


class Server:
    """A server that takes connections on the loopback address only."""

    def __init__(self, folder: Path, *settings: str) -> None:
        """Make its data folder; settings read `name=value`."""
        self.port = _free_port()
        self.url = URL.create("postgresql", "pilotlog", None, "127.0.0.1", self.port, "postgres")
        self._folder = folder
        told = (f"port={self.port}", "listen_addresses=127.0.0.1", *settings)
        self._options = " ".join(
            f"-c {each}" for each in (*told, f"unix_socket_directories={folder}")
        )
        self._numbers = count(1)
        language = ("--locale-provider=icu", "--icu-locale=en")  # sorts unlike SQLite, as most do
        self._run("initdb", "-U", "pilotlog", "-A", "trust", "-N", "-E", "UTF8", *language)

    def start(self) -> None:
        """Start, and return when connections are taken."""
        self._run("pg_ctl", "-w", "-l", self._folder / "log", "-o", self._options, "start")

    def stop(self, how: str = "fast") -> None:
        """Stop; `immediate` is as a crash would."""
        self._run("pg_ctl", "-m", how, "stop")

    def create(self, like: str = "/template0") -> str:
        """Make a database as a copy of the one at an address, and return its address."""
        name = f"test_{next(self._numbers)}"
        template = like.rpartition("/")[2]
        self._say(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy')
        return self.url.set(database=name).render_as_string(hide_password=False)

    def drop(self, address: str) -> None:
        """Throw a database away, whoever is still connected."""
        self._say(f'DROP DATABASE "{make_url(address).database}" WITH (FORCE)')

    def _say(self, words: str) -> None:
        engine = create_engine(self.url.set(drivername="postgresql+psycopg"))
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as db:
            db.exec_driver_sql(words)
        engine.dispose()

    def _run(self, program: str, *said: Any) -> None:
        subprocess.run(
            [(binaries() or Path()) / program, "-D", self._folder / "data", *said],
            check=True,
            cwd=self._folder,
            stdout=subprocess.DEVNULL,  # a pipe would stay open as long as the server runs
            env=os.environ | {"LC_ALL": "C.UTF-8"},
            **_as_nobody_special(),
        )


@contextmanager
def serving(*settings: str) -> Iterator[Server]:
    """Run a server in a folder of its own until the block ends."""
    memory = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ENOUGH
    folder = Path(tempfile.mkdtemp(prefix="pilotlog-postgres-", dir=MEMORY if memory else None))
    if who := _as_nobody_special():
        shutil.chown(folder, who["user"], who["group"])
    server = Server(folder, *settings)
    try:
        server.start()
        yield server
    finally:
        server.stop("immediate")
        shutil.rmtree(folder, ignore_errors=True)


def _as_nobody_special() -> dict[str, Any]:
    """Return the user to run as: root may not run PostgreSQL."""
    if os.getuid():
        return {}
    known = {each.pw_name: each for each in pwd.getpwall()}
    user = known.get("postgres") or known["nobody"]
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])
