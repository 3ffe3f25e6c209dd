"""One writer and sixteen at once on both engines, beside as many bare INSERTs and COMMITs."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path
from threading import local
from typing import Any

import psycopg

from bench.bare import open_bare
from bench.sides import in_turns
from domain.kernel.access import SYSTEM
from pilots.commands.participation import LogParticipation
from pilots.commands.pilot import ProposePilot
from pilots.request import CommandRequest
from tests.support.machines.postgres import serving
from web.bootstrap import Platform, build

ROUNDS, EACH, AT_ONCE = 7, 320, 16
BODY = b"x" * 900  # bytes, about what one command stores
Opened = Callable[[], Any]


def measure(_: Platform, folder: Path) -> None:
    """Take both engines in turn; a server with its own settings, which is as safe as a file."""
    with ExitStack() as open_:
        server = open_.enter_context(serving())
        address = server.create()
        file = folder / "bare-writers.sqlite"
        open_bare(file).execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, body BLOB NOT NULL)")
        with psycopg.connect(address) as db:
            db.execute("CREATE TABLE bare (id bigserial PRIMARY KEY, body bytea NOT NULL)")
        files = open_.enter_context(closing(build(folder / "writers")))
        schemas = open_.enter_context(closing(build(folder, database_url=address)))
        for threads in (1, AT_ONCE):
            pool = open_.enter_context(ThreadPoolExecutor(threads))
            for name, platform, bare in (
                ("SQLite", files, _bare_file(file)),
                ("PostgreSQL", schemas, _bare_server(address)),
            ):
                sides = {
                    f"{name}, {threads} writing: carry_out": _in(pool, _ours(platform)),
                    "bare INSERT and COMMIT": _in(pool, bare),
                }
                in_turns(sides, ROUNDS, "/s")


def _in(pool: ThreadPoolExecutor, work: Callable[[int], None]) -> Callable[[], int]:
    return lambda: len(list(pool.map(work, range(EACH))))


def _ours(platform: Platform) -> Callable[[int], None]:
    proposal = platform.pilots.carry_out(CommandRequest(asker=SYSTEM), ProposePilot(title="Bench"))
    wish = LogParticipation(pilot=proposal.stream("pilot"), minutes=30, text="x" * 200)

    def log(_: int) -> None:
        platform.pilots.carry_out(CommandRequest(asker=SYSTEM), wish)

    return log


def _bare_file(file: Path) -> Callable[[int], None]:
    mine = local()

    def write(_: int) -> None:
        if not hasattr(mine, "db"):
            mine.db = open_bare(file)
            mine.db.execute("PRAGMA busy_timeout=30000")
        mine.db.execute("BEGIN IMMEDIATE")
        mine.db.execute("INSERT INTO bare (body) VALUES (?)", (BODY,))
        mine.db.execute("COMMIT")

    return write


def _bare_server(address: str) -> Callable[[int], None]:
    mine = local()

    def write(_: int) -> None:
        if not hasattr(mine, "db"):
            mine.db = psycopg.connect(address)
        mine.db.execute("INSERT INTO bare (body) VALUES (%s)", (BODY,))
        mine.db.commit()

    return write
