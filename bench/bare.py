"""The floor: the same SQLite driver with the same settings, and nothing of ours around it."""

from pathlib import Path
from typing import Any

from web.storage.sqlite import DRIVER


def open_bare(file: Path, synchronous: str = "FULL") -> Any:
    """Open a file with the bare driver, in WAL mode, committing only when told."""
    db = DRIVER.connect(str(file), isolation_level=None)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute(f"PRAGMA synchronous={synchronous}")
    db.execute("PRAGMA cache_size=-16000")
    return db
