"""Where events are kept, in SQLite and in PostgreSQL alike: all of a command or none of it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any, NoReturn

from eventsourcing.persistence import ApplicationRecorder, IntegrityError, StoredEvent
from sqlalchemy import Engine, insert

from pilots.store import queries as ask
from pilots.store.aside import Aside
from pilots.store.clock import Stamps
from pilots.store.command_row import CommandRow
from pilots.store.failures import told_as_ours
from pilots.store.group_commit import Turns, Write
from pilots.store.mapper import StoredFact
from pilots.store.prepared import prepared
from pilots.store.rows import batched, pilots_in, row_of, stored_fact
from pilots.store.tables import COMMANDS, EVENT_PILOTS, EVENTS


class HistoryRecorder(ApplicationRecorder):
    """The library's recorder on SQLAlchemy, with dense positions and stamped times."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._clock = clock
        self._turns = Turns(self._commit)  # writers of one process queue here
        asked = prepared(engine, ask.HEAD, ask.STREAM_ONWARD, ask.ONWARD, ask.OUTCOME)
        self._head, self._stream, self._onward, self._outcome = asked
        inserts = prepared(engine, *map(insert, (EVENTS, EVENT_PILOTS, COMMANDS)))
        self._event, self._about, self._command = inserts

    def insert_events(
        self,
        stored_events: Sequence[StoredEvent],
        *,
        command: CommandRow | None = None,
        asides: Sequence[Aside] = (),
        **_: Any,
    ) -> Sequence[int]:
        """Append events, with their command and what it writes besides, in one transaction.

        Raises IntegrityError where somebody was faster. Events that are here already, because
        their acknowledgement was lost, are answered as if they had been stored just now.
        """
        try:
            return self._turns.take(Write(stored_events, command, asides))
        except IntegrityError:
            if positions := self._kept_before(stored_events):
                return positions
            raise

    def select_events(  # the library's signature
        self,
        originator_id: Any,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredFact]:
        """Return events of a stream over version `gt`, up to `lte`; oldest first unless `desc`."""
        asked = ask.span(str(originator_id), gt, lte)
        with told_as_ours(self._engine):
            if not desc and limit is None:
                return [stored_fact(row) for row in self._stream.rows(self._engine, **asked)]
            order = EVENTS.c.version.desc() if desc else EVENTS.c.version
            with self._engine.connect() as db:
                rows = db.execute(ask.STREAM.order_by(order).limit(limit), asked)
                return [stored_fact(row) for row in rows]

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
        asked = {"start": first, "stop": ask.EVER if stop is None else stop, "most": limit}
        with told_as_ours(self._engine):
            if not topics:
                return [stored_fact(row) for row in self._onward.rows(self._engine, **asked)]
            with self._engine.connect() as db:
                rows = db.execute(ask.ONWARD.where(EVENTS.c.name.in_(topics)), asked)
                return [stored_fact(row) for row in rows]

    def max_notification_id(self) -> int | None:
        """Return the last position, or None where nothing has happened."""
        with told_as_ours(self._engine):
            return self._head.rows(self._engine)[0][0] or None

    def outcome_of(self, asker: str, command_id: str) -> tuple[str, bytes] | None:
        """Return the digest and the outcome of a command that was carried out before."""
        with told_as_ours(self._engine):
            found = self._outcome.rows(self._engine, asker=asker, command_id=command_id)
        return (found[0][0], found[0][1]) if found else None

    def known(self, streams: Iterable[str]) -> set[str]:
        """Return which of these streams are here."""
        found: set[str] = set()
        with told_as_ours(self._engine), self._engine.connect() as db:
            for some in batched(streams):
                found.update(db.scalars(ask.BEGUN, {"streams": some}))
        return found

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> NoReturn:
        """Refuse: readers here pull, because polling alone misses nothing."""
        message = "Pull with select_notifications instead."
        raise NotImplementedError(message)

    def _kept_before(self, events: Sequence[StoredEvent]) -> list[int]:
        """Return the positions of these very events; none where not all of them are here."""
        ours = [
            (event.event_id, str(event.originator_id), event.originator_version)
            for event in events
            if isinstance(event, StoredFact)  # others have no id of their own
        ]
        kept: dict[tuple[str, str, int], int] = {}
        with told_as_ours(self._engine), self._engine.connect() as db:
            for some in batched(ours):
                rows = db.execute(ask.PLACES, {"ids": [event_id for event_id, *_ in some]})
                kept |= {(row.id, row.stream, row.version): row.position for row in rows}
        whole = len(ours) == len(events) and kept.keys() >= set(ours)
        return [kept[event] for event in ours] if whole else []

    def _commit(self, writes: Sequence[Write]) -> list[list[int]]:
        """Commit writes one after the other in one transaction; return the positions of each."""
        writer = self._engine.execution_options(writing=True)
        rows: list[dict[str, Any]] = []
        done, commands = [], []
        with told_as_ours(self._engine), writer.begin() as db:
            head: int = self._head.value(db)
            stamps = Stamps(self._clock())
            for aside in (each for write in writes for each in write.asides):
                aside.write(db)
            for write in writes:
                first = head + len(rows) + 1
                rows += [row_of(at, each, stamps) for at, each in enumerate(write.events, first)]
                done.append(list(range(first, first + len(write.events))))
                if write.command:
                    commands.append(write.command.row(done[-1]))
            self._event.write(db, rows)
            self._about.write(db, (about for row in rows for about in pilots_in(row)))
            self._command.write(db, commands)
        return done
