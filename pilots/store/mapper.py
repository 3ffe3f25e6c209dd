"""How facts are written down: as clean JSON, under the names they are stored by.

The one validator of what may be stored stands here, with the rules of the stricter engine, so
that what one database takes the other takes too.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import sha256
from secrets import token_hex
from typing import Any, Generic, cast
from unicodedata import is_normalized

from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import Mapper, MapperDeserialisationError, Notification, StoredEvent
from msgspec import MsgspecError, Struct
from msgspec.json import Decoder, Encoder, decode

from domain.errors import Invalid
from domain.fields import Moment, Precision
from domain.kernel import Event, F, Fact, Origin, as_today, fact_called
from domain.prose import prose_in, prose_paths

_json = Encoder(decimal_format="string")
_canonical = Encoder(decimal_format="string", order="sorted")


@dataclass(frozen=True)
class StoredFact(Notification):
    """A row of the history; `id` is its position, 0 until the store has given it one."""

    event_id: str
    pilots: str
    recorded_at: datetime | None = None
    not_before: datetime | None = None


class Body(Struct, Generic[F], frozen=True, kw_only=True, omit_defaults=True):
    """What is stored of an event as JSON; the rest of its envelope has columns of its own."""

    occurred_at: Moment
    precision: Precision
    zone: str | None = None
    by: str
    source: str
    outside_id: str | None = None
    command_id: str
    because_of: str | None = None
    origin: Origin | None = None
    data: F
    salt: str | None = None
    prose_digest: str | None = None


class FactMapper(Mapper[str]):
    """Puts events into rows and takes them out again. Only a registered name leads to a class."""

    def __init__(self) -> None:
        """Take none of the library's transcoders: stored topics are never imported."""

    def to_stored_event(self, domain_event: DomainEventProtocol[str]) -> StoredFact:
        """Write one event down, or refuse what must not be stored."""
        event = cast("Event", domain_event)
        salt, digest = _seal(event.fact)
        body = Body(
            occurred_at=event.occurred_at,
            precision=event.precision,
            zone=event.zone,
            by=event.by,
            source=event.source,
            outside_id=event.outside_id,
            command_id=event.command_id,
            because_of=event.because_of,
            origin=event.origin,
            data=event.fact,
            salt=salt,
            prose_digest=digest,
        )
        return StoredFact(
            id=0,
            originator_id=event.originator_id,
            originator_version=event.originator_version,
            topic=event.fact.stored_as,
            state=_checked(body),
            event_id=event.id,
            pilots=_json.encode(event.pilots).decode(),
            recorded_at=event.recorded_at,
            not_before=event.not_before,
        )

    def to_domain_event(self, stored_event: StoredEvent) -> Event:
        """Read one event back, in today's shape."""
        stored = cast("StoredFact", stored_event)
        try:
            body = _decoder(stored.topic).decode(stored.state)
        except (LookupError, MsgspecError) as wrong:
            place = f"{stored.originator_id} {stored.originator_version} ({stored.topic})"
            message = f"{place} is unreadable: {wrong}"
            raise MapperDeserialisationError(message) from wrong
        return Event(
            id=stored.event_id,
            originator_id=str(stored.originator_id),
            originator_version=stored.originator_version,
            pilots=tuple(decode(stored.pilots)),
            recorded_at=stored.recorded_at,
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


@cache
def _decoder(name: str) -> Decoder[Body[Any]]:
    body: Any = Body  # indexed by a class found at run time, which annotations cannot say
    return Decoder(body[fact_called(name)])


def _seal(fact: Fact) -> tuple[str | None, str | None]:
    paths = prose_paths(type(fact))
    prose = prose_in(decode(_json.encode(fact)), paths) if paths else {}
    if not prose:
        return None, None
    salt = token_hex(16)
    return salt, sha256(bytes.fromhex(salt) + _canonical.encode(prose)).hexdigest()


def _checked(body: Body[Fact]) -> bytes:
    """Return the JSON, read back once: types, lengths, NFC, no NUL and no lone surrogates."""
    name = body.data.stored_as
    try:
        state = _json.encode(body)
        _decoder(name).decode(state)
    except (MsgspecError, UnicodeEncodeError) as wrong:
        message = f"{name} cannot be stored: {wrong}."
        raise Invalid(message) from wrong
    if rb"\u0000" in state or not is_normalized("NFC", state.decode()):
        message = f"{name} cannot be stored: its text holds NUL or is not in Unicode form NFC."
        raise Invalid(message)
    return state
