"""What a command is known by when it comes again, and what it is answered with."""

from collections.abc import Sequence
from hashlib import sha256

from msgspec.json import Encoder

from domain.kernel import Event
from pilots.asking import Asking, KeptFact, Receipt

_canonical = Encoder(decimal_format="string", order="sorted")


def digest_of(asking: Asking, called: str) -> str:
    """Return what tells a command with its body from every other."""
    return sha256(_canonical.encode([called, asking.body])).hexdigest()


def receipt_of(events: Sequence[Event], positions: Sequence[int]) -> Receipt:
    """Return where the facts of a command were kept."""
    facts = (
        KeptFact(event.fact.stored_as, event.originator_id, event.originator_version, position)
        for event, position in zip(events, positions, strict=True)
    )
    return Receipt(positions[-1] if positions else 0, tuple(facts))


def outcome_of(receipt: Receipt) -> bytes:
    """Return a receipt as it is kept beside its facts."""
    return _canonical.encode(receipt)
