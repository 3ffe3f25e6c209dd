"""How facts are written down: as clean JSON, under the names they are stored by.

The one validator of what may be stored stands here, with the rules of the stricter engine, so
that what one database takes the other takes too.
"""

import re
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from secrets import token_hex
from typing import Any, Generic
from unicodedata import is_normalized

from msgspec import MsgspecError, Struct, to_builtins
from msgspec.json import Decoder, Encoder

from domain.kernel.aggregate import Event, F, Fact, Origin, fact_called
from domain.kernel.errors import Invalid
from domain.kernel.fields import Moment, Precision
from domain.kernel.messages import say
from domain.kernel.prose import prose_in, prose_paths

PLAIN = re.compile(r"[0-9A-Za-z][0-9A-Za-z._:/-]{0,199}")
_json = Encoder(decimal_format="string")
_canonical = Encoder(decimal_format="string", order="sorted")


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


@cache
def decoder_of(name: str) -> Decoder[Body[Any]]:
    """Return what reads the state of facts of a name. Raises LookupError for a name not known."""
    body: Any = Body  # indexed by a class found at run time, which annotations cannot say
    return Decoder(body[fact_called(name)])


def state_of(event: Event) -> bytes:
    """Return the state of an event as JSON. Raises Invalid for what would not be read back."""
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
    )
    name = event.fact.stored_as
    try:
        plain = _plain(to_builtins(body, builtin_types=(datetime,)))
        state = _json.encode(plain | _seal(event.fact, plain["data"]))
        read = decoder_of(name).decode(state)
    except (MsgspecError, OverflowError, UnicodeEncodeError, Invalid) as wrong:
        message = say("{name} cannot be stored: {why}.", name=name, why=str(wrong).rstrip("."))
        raise Invalid(message) from wrong
    if read.data != event.fact:
        message = say(
            "{name} cannot be stored: it would be read back as something else.", name=name
        )
        raise Invalid(message)
    return state


def must_be_plain(*ids: str) -> None:
    """Raise Invalid for an id that is not plain: exported lines hold ids as they are."""
    for each in ids:
        if not PLAIN.fullmatch(each):
            message = say(
                "{text} is no id: those are up to 200 letters, digits and - . : / _",
                text=repr(each[:40]),
            )
            raise Invalid(message)


def _plain(value: Any) -> Any:
    """Return data with its moments in UTC. Raises Invalid for text that no database keeps."""
    match value:
        case str():
            if "\x00" in value or not is_normalized("NFC", value):
                message = say("its text holds NUL or is not in Unicode form NFC")
                raise Invalid(message)
            return value
        case datetime():
            return value.astimezone(UTC)
        case dict():
            return {key: _plain(each) for key, each in value.items()}
        case list() | tuple():
            return [_plain(each) for each in value]
        case _:
            return value


def _seal(fact: Fact, data: dict[str, Any]) -> dict[str, str]:
    prose = prose_in(data, prose_paths(type(fact)))
    if not prose:
        return {}
    salt = token_hex(16)
    digest = sha256(bytes.fromhex(salt) + _canonical.encode(prose)).hexdigest()
    return {"salt": salt, "prose_digest": digest}
