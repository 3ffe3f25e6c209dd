"""What a decision rests on, in a word, and how often decisions of each basis held."""

from collections.abc import Iterable

from msgspec import Struct

from domain.metrics.evidence import DECISIONS_HELD
from domain.metrics.metric import Figure

BASES = ("grounded", "partly grounded", "gut")


class Hits(Struct, frozen=True):
    """How many decisions of one basis were looked at again, and how many of them held."""

    basis: str
    revisited: int
    held: int
    rate: Figure


def basis_of(cited: int, rests: int) -> str:
    """Return what a decision rests on: gut, where it cites nothing or nothing that was seen."""
    if not rests:
        return "gut"
    return "grounded" if rests == cited else "partly grounded"


def hits(decided: Iterable[tuple[str, bool]]) -> tuple[Hits, ...]:
    """Return how often decisions of each basis held; each was revisited."""
    looked_at = list(decided)
    found = []
    for basis in BASES:
        held = [did for each, did in looked_at if each == basis]
        rate = DECISIONS_HELD.share(sum(held), len(held))
        found.append(Hits(basis, len(held), sum(held), rate))
    return tuple(found)
