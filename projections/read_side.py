"""The read models as the rest of the platform uses them: kept up, waited for, rebuilt, compared."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from time import monotonic

from sqlalchemy import Connection, Engine

from projections.engine.catch_up import BATCH, Source, catch_up, place
from projections.engine.versions import lay_out
from projections.registry import PROJECTIONS

PATIENCE = 10.0


class Views:
    """Tables told from facts; whoever reads them first tells them what they have not heard."""

    def __init__(self, engine: Engine, source: Source, head: Callable[[], int]) -> None:
        """Lay the tables out where they are missing; telling them comes with the first reader."""
        self.engine = engine
        self._source = source
        self._head = head
        self._turn = Lock()
        self._place = -1
        lay_out(engine)

    def keep_up(self, progress: Callable[[int], None] = lambda _: None) -> int:
        """Tell the tables everything stored so far, step by step; return how far they are."""
        head = self._head()
        while self._place < head:
            self._step(head)
            progress(self._place)
        return self._place

    def behind(self) -> int:
        """Return how many facts are stored that the tables have not heard."""
        return max(0, self._head() - place(self.engine))

    @contextmanager
    def reading(self, head: int | None = None) -> Iterator[Connection]:
        """Open the tables for one page, having heard everything stored before it was asked for.

        `head` says how far that was, where it is known already.
        """
        head, deadline = self._head() if head is None else head, monotonic() + PATIENCE
        while self._place < head and monotonic() < deadline:
            self._step(head)
        with self.engine.connect() as db:
            yield db

    def _step(self, head: int) -> None:
        with self._turn:  # one at a time, and others get their turn between two steps
            if self._place < head:
                until = min(head, max(self._place, place(self.engine)) + BATCH)
                self._place = catch_up(self.engine, self._source, PROJECTIONS, up_to=until)
