"""Runs every measurement, in folders that are thrown away, and prints figures and ratios."""

import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bench import (
    commands,
    export,
    forty_words,
    live,
    pages,
    telling,
    timeline,
    together,
    writers,
)
from bench.history import bring_history
from web.bootstrap import build
from web.storage.sqlite import DRIVER

PARTS = {
    "commands": commands.measure,
    "writers": writers.measure,
    "telling": telling.measure,
    "export": export.measure,
    "pages": pages.measure,
    "live": live.measure,
    "forty_words": forty_words.measure,
    "together": together.measure,
    "timeline": timeline.measure,
}


def main(wanted: list[str]) -> None:
    """Bring a history in and measure all parts on it, or only those that are named."""
    began = perf_counter()
    with (
        TemporaryDirectory(prefix="pilotlog-bench-") as folder,
        closing(build(Path(folder) / "data", local=True)) as platform,
    ):
        exports = bring_history(platform)
        platform.views.keep_up()
        print(f"SQLite {DRIVER.sqlite_version}; {platform.pilots.head():,} events, {exports}")
        for name in wanted or PARTS:
            print(f"\n{name}", flush=True)
            PARTS[name](platform, Path(folder))
    print(f"\n{perf_counter() - began:.0f} s in all")


main(sys.argv[1:])
