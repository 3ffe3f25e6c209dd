"""The library as it comes: its own application, and a read model told one event at a time."""

from pathlib import Path
from typing import Any

from eventsourcing.application import Application
from eventsourcing.domain import Aggregate
from eventsourcing.persistence import InfrastructureFactory, Tracking
from eventsourcing.sqlite import SQLiteTrackingRecorder
from eventsourcing.utils import Environment

TIMELINE = """CREATE TABLE IF NOT EXISTS timeline (
    position INTEGER PRIMARY KEY, pilot TEXT, stream TEXT, mode TEXT, direction TEXT,
    stance INTEGER, occurred_at TEXT)"""
INDEX = "CREATE INDEX IF NOT EXISTS newest ON timeline (pilot, occurred_at)"
SUMS = """CREATE TABLE IF NOT EXISTS sums (
    pilot TEXT, mode TEXT, direction TEXT, amount INTEGER, PRIMARY KEY (pilot, mode, direction))"""


class Entry(Aggregate):
    """An entry of participation as the library's own kind of aggregate."""

    def __init__(self, pilot: str, person: str, *, mode: str, direction: str, stance: int) -> None:
        self.pilot, self.person, self.mode = pilot, person, mode
        self.direction, self.stance = direction, stance


class Seen(SQLiteTrackingRecorder):
    """A timeline and one sum, each event in a transaction of its own with its tracking."""

    def construct_create_table_statements(self) -> list[str]:
        """Add our two tables to the library's."""
        return [*super().construct_create_table_statements(), TIMELINE, INDEX, SUMS]

    def put(self, event: Any, tracking: Tracking) -> None:
        """Write what one event says."""
        row = (tracking.notification_id, event.pilot, str(event.originator_id), event.mode)
        more = (event.direction, event.stance, event.timestamp.isoformat())
        with self.datastore.transaction(commit=True) as db:
            self._insert_tracking(db, tracking)
            db.execute("INSERT INTO timeline VALUES (?, ?, ?, ?, ?, ?, ?)", (*row, *more))
            db.execute(
                "INSERT INTO sums VALUES (?, ?, ?, 1)"
                " ON CONFLICT DO UPDATE SET amount = amount + 1",
                (event.pilot, event.mode, event.direction),
            )


class Stock:
    """A stock history of votes, and how far its read model is."""

    def __init__(self, folder: Path, events: int) -> None:
        self._application: Application[Any] = Application(
            {
                "PERSISTENCE_MODULE": "eventsourcing.sqlite",
                "SQLITE_DBNAME": str(folder / "stock-events.sqlite"),
            }
        )
        for begin in range(0, events, 500):
            self._application.save(
                *(
                    Entry(
                        f"pilot-{n % 4}",
                        f"person-{n % 1000}",
                        mode="react",
                        direction="to-host",
                        stance=1,
                    )
                    for n in range(begin, min(begin + 500, events))
                )
            )
        env = {
            "PERSISTENCE_MODULE": "eventsourcing.sqlite",
            "SQLITE_DBNAME": str(folder / "stock-views.sqlite"),
        }
        factory: Any = InfrastructureFactory.construct(Environment("seen", env))
        self._seen: Seen = factory.tracking_recorder(Seen)
        self._place = 0

    def tell(self, events: int) -> int:
        """Tell the read model its next events, one at a time, and return how many there were."""
        application = self._application
        page = application.recorder.select_notifications(
            self._place, events, inclusive_of_start=False
        )
        for stored in page:
            event = application.mapper.to_domain_event(stored)
            self._seen.put(event, Tracking(application.name, stored.id))
            self._place = int(stored.id)
        return len(page)

    def close(self) -> None:
        """Let go of the databases."""
        self._application.close()
        self._seen.datastore.close()
