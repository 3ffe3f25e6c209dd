"""Copies of platforms that were made once, since making one takes its time."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from shutil import copytree
from typing import NamedTuple

from tests.support.machines.clock import Clock
from tests.support.stories.world import World
from web.bootstrap import Platform, build


class Made(NamedTuple):
    """A world that was made once: where it lies, what is in it, and when that was."""

    folder: Path
    world: World
    now: datetime


def stopped_at(now: datetime) -> Clock:
    """Return a clock that was set."""
    clock = Clock()
    clock.now = now
    return clock


@contextmanager
def opened(made: Path, folder: Path, clock: Clock, database: str = "") -> Iterator[Platform]:
    """Open a copy of a platform, kept in a folder, for the owner of this machine."""
    copytree(made, folder / "here")
    with closing(build(folder / "here", clock, local=True, database_url=database)) as here:
        yield here
