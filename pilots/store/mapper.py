"""How events become rows of the history, and how rows become events again."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import Mapper, MapperDeserialisationError, Notification, StoredEvent
from msgspec import MsgspecError
from msgspec.json import decode, encode

from domain.kernel.aggregate import Event, as_today
from domain.kernel.moments import moment_of
from pilots.store.state import decoder_of, must_be_plain, state_of


@dataclass(frozen=True)
class StoredFact(Notification):
    """A row of the history; `id` is its position, 0 until the store has given it one."""

    event_id: str
    pilots: str
    recorded_at: datetime | str | None = None
    not_before: datetime | None = None


class FactMapper(Mapper[str]):
    """Puts events into rows and takes them out again. Only a registered name leads to a class."""

    def __init__(self) -> None:
        """Take none of the library's transcoders: stored topics are never imported."""

    def to_stored_event(self, domain_event: DomainEventProtocol[str]) -> StoredFact:
        """Write one event down, or refuse what must not be stored."""
        event = cast("Event", domain_event)
        must_be_plain(event.id, event.originator_id, *event.pilots)
        return StoredFact(
            id=0,
            originator_id=event.originator_id,
            originator_version=event.originator_version,
            topic=event.fact.stored_as,
            state=state_of(event),
            event_id=event.id,
            pilots=encode(event.pilots).decode(),
            recorded_at=event.recorded_at,
            not_before=event.not_before,
        )

    def to_domain_event(self, stored_event: StoredEvent) -> Event:
        """Read one event back, in today's shape."""
        stored = cast("StoredFact", stored_event)
        try:
            body = decoder_of(stored.topic).decode(stored.state)
            pilots = tuple(decode(stored.pilots))
            at = stored.recorded_at
            recorded_at = moment_of(at) if isinstance(at, str) else at
        except (LookupError, ValueError, MsgspecError) as wrong:
            place = f"{stored.originator_id} {stored.originator_version} ({stored.topic})"
            message = f"{place} is unreadable: {wrong}"
            raise MapperDeserialisationError(message) from wrong
        return Event(
            id=stored.event_id,
            originator_id=str(stored.originator_id),
            originator_version=stored.originator_version,
            pilots=pilots,
            recorded_at=recorded_at,
            occurred_at=body.occurred_at,
            precision=body.precision,
            zone=body.zone,
            by=body.by,
            source=body.source,
            outside_id=body.outside_id,
            command_id=body.command_id,
            because_of=body.because_of,
            origin=body.origin,
            fact=as_today(body.data),
            salt=body.salt,
            prose_digest=body.prose_digest,
            position=stored.id,
        )
