"""Watches the history for all who listen in this process: one task looks, everybody hears."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from logging import getLogger

from anyio import to_thread

from web.live.news import News

EVERY = 0.5  # seconds between two looks for what other processes wrote


class Listener:
    """One open window: what it has not heard yet, gathered into one until it asks."""

    def __init__(self, pilot: str) -> None:
        """Listen to one pilot, or to all where it is empty."""
        self.pilot = pilot
        self._untold: News | None = None
        self._something = asyncio.Event()

    def tell(self, news: News) -> None:
        """Keep news for this window, where they concern it."""
        if news.concerns(self.pilot):
            self._untold = news.after(self._untold)
            self._something.set()

    def let_go(self) -> None:
        """Wake this window without news: the server is going down."""
        self._something.set()

    async def hear(self, within: float) -> News | None:
        """Return what is new as soon as something is; None after so many seconds without."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._something.wait(), within)
        self._something.clear()
        news, self._untold = self._untold, None
        return news


class Watcher:
    """Looks at the head of the history when woken or every half second, while anybody listens."""

    def __init__(self, head: Callable[[], int], news: Callable[[int, int], News]) -> None:
        """Take how to ask for the head, and for what changed between two positions."""
        self.closed = False
        self._head = head
        self._news = news
        self._listeners: set[Listener] = set()
        self._task: asyncio.Task[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._woken = self._begun = asyncio.Event()

    @asynccontextmanager
    async def listening(self, pilot: str = "") -> AsyncIterator[Listener]:
        """Hear whatever is stored from now until the block ends; the first sets the watch going."""
        listener = Listener(pilot)
        self._listeners.add(listener)
        if self._task is None or self._task.done():
            self._loop = asyncio.get_running_loop()
            self._woken, self._begun = asyncio.Event(), asyncio.Event()
            self._task = self._loop.create_task(self._watch())
        try:
            await self._begun.wait()
            yield listener
        finally:
            self._listeners.discard(listener)

    def wake(self) -> None:
        """Look at once, from whatever thread: something was stored here."""
        if self._loop and self._listeners:
            with suppress(RuntimeError):  # the loop is closed, so nobody listens any more
                self._loop.call_soon_threadsafe(self._woken.set)

    def close(self) -> None:
        """Let every window go; no stream outlives this."""
        self.closed = True
        self._begun.set()
        for listener in self._listeners:
            listener.let_go()

    def news_since(self, position: int) -> News | None:
        """Return what was stored after a position, None where nothing was."""
        head = self._head()
        return self._news(position, head) if head > position else None

    async def _watch(self) -> None:
        position: int | None = None
        while self._listeners and not self.closed:
            try:
                position = await self._look(position)
                self._begun.set()
            except Exception:
                getLogger("pilotlog.server").exception("The history cannot be looked at")
            with suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), EVERY)
            self._woken.clear()

    async def _look(self, position: int | None) -> int:
        head = await to_thread.run_sync(self._head)
        if position is not None and head > position:
            news = await to_thread.run_sync(self._news, position, head)
            for listener in tuple(self._listeners):
                listener.tell(news)
        return head
