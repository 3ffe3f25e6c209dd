"""One command at work: what it found and began, and the facts it decided, in order."""

from datetime import datetime
from typing import Protocol, TypeVar

from msgspec import Struct

from domain.access import Action, authorize
from domain.errors import Unknown
from domain.fields import Precision
from domain.kernel import Aggregate, Event
from pilots.asking import Asking, new_id

A = TypeVar("A", bound=Aggregate)


class Past(Protocol):
    """Whatever can rebuild a thing from its history."""

    def rebuilt(self, kind: type[A], stream: str) -> A:
        """Return the thing; its version is 0 where nothing happened to it."""


class When(Struct, frozen=True):
    """When something happened, how exactly that is known, and the zone it was said in."""

    occurred_at: datetime
    precision: Precision = "ms"
    zone: str | None = None
    recorded_at: datetime | None = None


class Work:
    """Finds and begins things for one command, and puts what they decide into envelopes."""

    def __init__(self, past: Past, asking: Asking, when: When) -> None:
        self.asker = asking.asker
        self.when = when
        self.events: list[Event] = []
        self._past = past
        self._asking = asking
        self._known: dict[str, Aggregate] = {}
        self._touched: dict[str, Aggregate] = {}

    def begin(self, kind: type[A], stream: str = "") -> A:
        """Begin a new thing; only an import says what it is called."""
        begun = kind(stream or f"{kind.kind}-{new_id()}")
        self._known[begun.id] = self._touched[begun.id] = begun
        return begun

    def find(self, kind: type[A], stream: str) -> A:
        """Find a thing that is here, or refuse."""
        found = self._known.get(stream)
        if not isinstance(found, kind):
            found = self._past.rebuilt(kind, stream)
            if not found.version:
                message = f"There is no {kind.__name__.lower()} {stream} here. Check the address."
                raise Unknown(message)
            self._known[stream] = found
        self._touched[stream] = found
        return found

    def may(self, action: Action, resource: Aggregate | None = None) -> None:
        """Let the asker go on, or refuse."""
        authorize(self.asker, action, resource)

    def stamp(
        self,
        when: When | None = None,
        *,
        outside_id: str | None = None,
        because_of: str | None = None,
    ) -> list[Event]:
        """Put what was decided since the last stamp into envelopes, and return those."""
        at = when or self.when
        stamped = [
            Event(
                id=new_id(),
                originator_id=thing.id,
                originator_version=version,
                pilots=thing.pilots,
                recorded_at=at.recorded_at,
                not_before=thing.recorded_at,
                occurred_at=at.occurred_at,
                precision=at.precision,
                zone=at.zone,
                by=self.asker.person,
                source=self._asking.source,
                outside_id=outside_id,
                command_id=self._asking.command_id,
                because_of=because_of,
                fact=fact,
            )
            for thing in self._touched.values()
            for version, fact in enumerate(thing.pending, thing.version - len(thing.pending) + 1)
        ]
        for stream in [stream for stream, thing in self._touched.items() if thing.pending]:
            thing = self._touched.pop(stream)
            thing.pending.clear()
            thing.by = thing.by or self.asker.person
        self.events += stamped
        return stamped
