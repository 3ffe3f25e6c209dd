"""Refuses a second writing process where SQLite is too old to let two write safely."""

import fcntl
from pathlib import Path
from typing import IO

from domain.kernel.errors import Conflict
from domain.kernel.messages import say
from web.storage.sqlite import has_wal_bug

_held: dict[Path, IO[str]] = {}


def hold_writer_lock(folder: Path) -> None:
    """Hold the folder's lock until the process ends, where this SQLite needs it.

    Raises Conflict where another process holds it.
    """
    file = (folder / "writer.lock").resolve()
    if not has_wal_bug() or file in _held:
        return
    lock = file.open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        message = say(
            "Another Pilotlog writes to {folder}, and this SQLite is too old for two. Stop the "
            "other one first, or install the package pysqlite3.",
            folder=str(folder),
        )
        raise Conflict(message) from None
    _held[file] = lock
