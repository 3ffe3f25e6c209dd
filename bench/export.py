"""Export as lines of JSON, beside a bare SELECT of the same columns into a file."""

from pathlib import Path

from bench.bare import open_bare
from bench.sides import in_turns
from pilots.exchange.export import as_ndjson
from pilots.store.reader import Extent, rows_of
from web.bootstrap import Platform

ROUNDS = 7
COLUMNS = "position, id, stream, version, name, pilots, recorded_at, state"


def measure(platform: Platform, folder: Path) -> None:
    """Write everything out both ways; megabytes are those of each one's own file."""
    bare = open_bare(platform.folder / "events.sqlite")
    file = folder / "out"

    def ours() -> float:
        with file.open("wb") as into:
            into.writelines(as_ndjson(rows_of(platform.history, Extent())))
        return file.stat().st_size / 1e6

    def floor() -> float:
        with file.open("wb") as into:
            for row in bare.execute(f"SELECT {COLUMNS} FROM events ORDER BY position"):  # noqa: S608  # our names
                into.write(repr(row[:-1]).encode() + row[-1] + b"\n")
        return file.stat().st_size / 1e6

    in_turns({"as_ndjson over rows_of": ours, "bare SELECT into a file": floor}, ROUNDS, "MB/s", 1)
    bare.close()
