"""The read models as the rest of the platform uses them: kept up, waited for, rebuilt, compared."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from time import monotonic

from sqlalchemy import Connection, Engine, select

from domain.rules.known import Known
from domain.rules.rule import Settings
from projections.engine.as_of import NOW
from projections.engine.catch_up import BATCH, Source, catch_up, place
from projections.engine.schema import PLACE
from projections.engine.versions import lay_out
from projections.pilot.known_pilot import known_pilot
from projections.pilot.rules_in_force import settings_of
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


def place_of(db: Connection) -> int:
    """Return the position up to which the tables have heard, as one reader sees them."""
    return db.scalar(select(PLACE.c.position)) or 0


@contextmanager
def knowing(views: Views, pilot: str) -> Iterator[tuple[Known, Settings] | None]:
    """Open what is known about a pilot now, with the rules its programme set."""
    with views.reading() as db:
        known = known_pilot(db, NOW, pilot)
        yield (known, settings_of(db, NOW, known.charter.programme)) if known else None
