"""The event library's own published tests of a recorder, on ours, on both engines."""

from collections.abc import Iterator
from pathlib import Path
from time import sleep
from uuid import uuid4

import pytest
from eventsourcing.persistence import IntegrityError, StoredEvent
from eventsourcing.tests import persistence
from sqlalchemy import Engine, QueuePool, make_url

from pilots.store.clock import utc_now
from pilots.store.recorder import HistoryRecorder
from web.migrations import migrate
from web.storage.postgres import open_postgres
from web.storage.sqlite import open_sqlite


def let_go(engine: Engine) -> None:
    """Close connections once the last reader, which their tests do not wait for, is done."""
    while isinstance(engine.pool, QueuePool) and engine.pool.checkedout():
        sleep(0.01)
    engine.dispose()


class Ours:
    """Text ids and our recorder, made anew for each test."""

    engine: Engine

    def new_originator_id(self) -> str:
        return f"thing-{uuid4()}"  # streams are called by text here, not by UUIDs

    def create_recorder(self) -> HistoryRecorder:
        return HistoryRecorder(self.engine, utc_now)


class OnSQLite(Ours):
    @pytest.fixture(autouse=True)
    def _opened(self, tmp_path: Path) -> Iterator[None]:
        self.engine = open_sqlite(tmp_path / "events.sqlite")
        migrate(self.engine, "history")
        yield
        let_go(self.engine)


class OnPostgreSQL(Ours):
    @pytest.fixture(autouse=True)
    def _opened(self, postgres: str) -> Iterator[None]:
        self.engine = open_postgres(make_url(postgres), "history")
        yield
        let_go(self.engine)


class TestApplicationRecorderOnSQLite(
    OnSQLite, persistence.ApplicationRecorderTestCase[HistoryRecorder]
): ...


class TestApplicationRecorderOnPostgreSQL(
    OnPostgreSQL, persistence.ApplicationRecorderTestCase[HistoryRecorder]
): ...


class TestPositionsDoNotInterleaveOnSQLite(
    OnSQLite, persistence.NonInterleavingNotificationIDsBaseCase
): ...


class TestPositionsDoNotInterleaveOnPostgreSQL(
    OnPostgreSQL, persistence.NonInterleavingNotificationIDsBaseCase
): ...


class Streams(persistence.AggregateRecorderTestCase):
    """What is asked of a recorder of streams, but for one thing.

    Theirs has no notification log, so it expects None where ours returns positions; what else
    their one long test asks is asked here in our words.
    """

    def test_insert_and_select(self) -> None:
        recorder = self.create_recorder()
        assert list(recorder.insert_events([]) or ()) == []
        stream, other = self.new_originator_id(), self.new_originator_id()
        events = [_stored(stream, version) for version in range(1, 5)]
        recorder.insert_events(events[:1])
        for wrong in ([events[0]], [events[1], events[1]], [events[1], events[0]]):
            with pytest.raises(IntegrityError):
                recorder.insert_events(wrong)
        recorder.insert_events(events[1:])

        self.assert_events_eq(recorder.select_events(stream), events)
        self.assert_events_eq(recorder.select_events(stream, desc=True), events[::-1])
        self.assert_events_eq(recorder.select_events(stream, gt=1, lte=3), events[1:3])
        self.assert_events_eq(recorder.select_events(stream, limit=2), events[:2])
        self.assert_events_eq(recorder.select_events(stream, desc=True, limit=1), events[3:])
        assert recorder.select_events(other) == []


class TestStreamsOnSQLite(OnSQLite, Streams): ...


class TestStreamsOnPostgreSQL(OnPostgreSQL, Streams): ...


def _stored(stream: object, version: int) -> StoredEvent:
    state = f"state {version}".encode()
    return StoredEvent(str(stream), version, f"topic {version}", state)
