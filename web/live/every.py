"""What keeps up with each history that is open in this process: one's own, and the sample's."""

from functools import partial
from threading import Lock

from msgspec import Struct

from pilots.application import Pilots
from web.bootstrap import Platform
from web.live.memory import Memory
from web.live.news import news_between
from web.live.watcher import Watcher


class Live(Struct, frozen=True):
    """Who watches a history, and what is remembered of it."""

    watcher: Watcher
    memory: Memory


class EveryLive:
    """One of these for each history, made when somebody first asks."""

    def __init__(self) -> None:
        """Keep up with nothing yet."""
        self._kept: dict[Pilots, Live] = {}
        self._turn = Lock()

    def of(self, platform: Platform) -> Live:
        """Return what keeps up with the history of a platform."""
        pilots = platform.pilots
        with self._turn:
            if pilots not in self._kept:
                watcher = Watcher(pilots.head, partial(news_between, platform.history))
                pilots.after_keeping = watcher.wake
                self._kept[pilots] = Live(watcher, Memory())
            return self._kept[pilots]

    def close(self) -> None:
        """Let every window go."""
        for live in self._kept.values():
            live.watcher.close()
