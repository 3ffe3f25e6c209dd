"""Where events are kept, in SQLite and in PostgreSQL alike: all of a command or none of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from threading import Lock
from typing import Any, NoReturn

from eventsourcing.persistence import (
    ApplicationRecorder,
    IntegrityError,
    OperationalError,
    StoredEvent,
)
from sqlalchemy import Connection, Engine, insert
from sqlalchemy import exc as sql

from pilots.store.clock import Stamps
from pilots.store.command_row import CommandRow
from pilots.store.mapper import StoredFact
from pilots.store.queries import BEGUN, EVER, HEAD, ONWARD, OUTCOME, STREAM
from pilots.store.rows import pilots_in, row_of, stored_fact
from pilots.store.tables import COMMANDS, EVENT_PILOTS, EVENTS


class HistoryRecorder(ApplicationRecorder):
    """The library's recorder on SQLAlchemy, with dense positions and stamped times."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._clock = clock
        self._turn = Lock()  # writers of one process queue here, not in the database

    def insert_events(
        self,
        stored_events: Sequence[StoredEvent],
        *,
        command: CommandRow | None = None,
        **_: Any,
    ) -> Sequence[int]:
        """Append events, and the command that made them, in one transaction."""
        with self._turn, _told_as_ours(), self._writing() as db:
            return self._append(db, stored_events, command)

    def select_events(  # the library's signature
        self,
        originator_id: Any,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredFact]:
        """Read one stream."""
        order = EVENTS.c.version.desc() if desc else EVENTS.c.version
        asked = {"stream": str(originator_id), "gt": gt or 0, "lte": EVER if lte is None else lte}
        with _told_as_ours(), self._engine.connect() as db:
            rows = db.execute(STREAM.order_by(order).limit(limit), asked)
            return [stored_fact(row) for row in rows.mappings()]

    def select_notifications(  # the library's signature
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[StoredFact]:
        """Read the history onward from a position."""
        first = (start or 0) + (not inclusive_of_start)
        asked = {"start": first, "stop": EVER if stop is None else stop, "most": limit}
        query = ONWARD.where(EVENTS.c.name.in_(topics)) if topics else ONWARD
        with _told_as_ours(), self._engine.connect() as db:
            return [stored_fact(row) for row in db.execute(query, asked).mappings()]

    def max_notification_id(self) -> int | None:
        """Return the last position, or None where nothing has happened."""
        with _told_as_ours(), self._engine.connect() as db:
            return db.scalar(HEAD) or None

    def outcome_of(self, asker: str, command_id: str) -> tuple[str, bytes] | None:
        """Return the digest and the outcome of a command that was carried out before."""
        asked = {"asker": asker, "command_id": command_id}
        with _told_as_ours(), self._engine.connect() as db:
            found = db.execute(OUTCOME, asked).one_or_none()
        return found and (found.body_digest, found.outcome)

    def known(self, streams: Iterable[str]) -> set[str]:
        """Return which of these streams are here."""
        found: set[str] = set()
        asked = iter(streams)
        with _told_as_ours(), self._engine.connect() as db:
            while some := list(islice(asked, 500)):
                found.update(db.scalars(BEGUN, {"streams": some}))
        return found

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> NoReturn:
        """Refuse: readers here pull, because polling alone misses nothing."""
        message = "Pull with select_notifications instead."
        raise NotImplementedError(message)

    def _append(
        self, db: Connection, events: Sequence[StoredEvent], command: CommandRow | None
    ) -> Sequence[int]:
        head = db.scalar(HEAD) or 0
        stamps = Stamps(self._clock())
        rows, about = [], []
        for position, event in enumerate(events, head + 1):
            row = row_of(position, event, stamps)
            rows.append(row)
            about += [{"pilot": pilot, "position": position} for pilot in pilots_in(row["pilots"])]
        if rows:
            db.execute(insert(EVENTS), rows)
        if about:
            db.execute(insert(EVENT_PILOTS), about)
        positions = [row["position"] for row in rows]
        if command:
            ours = {"asker": command.asker, "command_id": command.command_id}
            told = {"body_digest": command.body_digest, "outcome": command.outcome(positions)}
            db.execute(insert(COMMANDS), ours | told)
        return positions

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._engine.execution_options(writing=True).begin() as db:
            yield db


@contextmanager
def _told_as_ours() -> Iterator[None]:
    try:
        yield
    except sql.IntegrityError as wrong:
        raise IntegrityError(str(wrong.orig)) from wrong
    except (sql.OperationalError, sql.DBAPIError) as wrong:
        raise OperationalError(str(wrong.orig)) from wrong
