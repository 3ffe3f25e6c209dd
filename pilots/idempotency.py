"""What is kept of a command: a digest of what was asked, and a receipt of what it led to."""

from collections.abc import Sequence
from hashlib import sha256

from msgspec.json import Encoder, decode

from domain.kernel.aggregate import Event
from pilots.request import CommandRequest, KeptFact, Receipt

_canonical = Encoder(decimal_format="string", order="sorted")


def digest_of(asking: CommandRequest, called: str) -> str:
    """Return what tells one wish from another under the same id."""
    return sha256(_canonical.encode([called, asking.body])).hexdigest()


def receipt_of(events: Sequence[Event], positions: Sequence[int]) -> Receipt:
    """Return what a command led to: its facts, each with its place."""
    facts = (
        KeptFact(event.fact.stored_as, event.originator_id, event.originator_version, position)
        for event, position in zip(events, positions, strict=True)
    )
    return Receipt(positions[-1] if positions else 0, tuple(facts))


def outcome_of(events: Sequence[Event], positions: Sequence[int]) -> bytes:
    """Return a receipt as canonical JSON, to be kept beside the id of its command."""
    return _canonical.encode(receipt_of(events, positions))


def receipt_in(outcome: bytes) -> Receipt:
    """Return the receipt that `outcome_of` wrote down."""
    return decode(outcome, type=Receipt)
