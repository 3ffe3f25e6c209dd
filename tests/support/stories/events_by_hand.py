"""Events made by hand, for tests that need no command to make them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import text

from domain.kernel.aggregate import Event, Fact
from pilots.request import new_id
from tests.support.examples import PROPOSED
from tests.support.machines.clock import MONDAY
from web.bootstrap import Platform


def event(
    fact: Fact = PROPOSED, stream: str = "pilot-garden", version: int = 1, **said: Any
) -> Event:
    """Return an event that no store has seen yet."""
    envelope: dict[str, Any] = {
        "id": new_id(),
        "pilots": ("pilot-garden",),
        "occurred_at": MONDAY,
        "precision": "minute",
        "by": "person-ana",
        "source": "web",
        "command_id": "command-1",
    }
    return Event(originator_id=stream, originator_version=version, fact=fact, **(envelope | said))


def keep(platform: Platform, *events: Event) -> list[int]:
    """Store events as they are, and return their positions."""
    mapper = platform.pilots.mapper
    return list(platform.pilots.recorder.insert_events([mapper.to_stored_event(e) for e in events]))


def keep_many(platform: Platform, number: int, *, from_version: int = 1) -> None:
    """Store many events of one stream, cheaply."""
    keep(
        platform,
        *(event(version=version) for version in range(from_version, from_version + number)),
    )


def tamper(platform: Platform, sql: str, **values: Any) -> None:
    """Change the database behind the back of the platform."""
    with platform.history.execution_options(writing=True).begin() as db:
        db.execute(text(sql), values)


@contextmanager
def full_for(platform: Platform, name: str) -> Iterator[None]:
    """Let the database take no fact of a name, as if there were no room left for it."""
    if platform.history.dialect.name == "postgresql":
        begin = f"ALTER TABLE events ADD CONSTRAINT no_room CHECK (name <> '{name}')"
        end = "ALTER TABLE events DROP CONSTRAINT no_room"
    else:
        begin = (
            f"CREATE TRIGGER no_room BEFORE INSERT ON events WHEN NEW.name = '{name}' "
            "BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
        )
        end = "DROP TRIGGER no_room"
    tamper(platform, begin)
    yield
    tamper(platform, end)


def told(events: Iterable[Event]) -> list[tuple[str, int, str]]:
    """Return what events say in short: stream, version and name."""
    return [(e.originator_id, e.originator_version, e.fact.stored_as) for e in events]


def moments(events: Iterable[Event]) -> list[datetime | None]:
    """Return when events were written down."""
    return [e.recorded_at for e in events]
