"""The first word of a line says what it is: tried, learned, measured, decided, an obstacle."""

import re
from typing import Literal

from msgspec import Struct

Kind = Literal["tried", "learned", "measured", "decided", "obstacle", "saw", "heard"]
WORDS: dict[Kind, tuple[str, ...]] = {
    "tried": ("tried", "trying", "probiert", "ausprobiert"),
    "learned": ("learned", "learnt", "gelernt"),
    "measured": ("measured", "gemessen"),
    "decided": ("decided", "entschieden"),
    "obstacle": ("obstacle", "problem", "hürde"),
    "saw": ("saw", "gesehen"),
    "heard": ("heard", "gehört"),
}
KIND_OF: dict[str, Kind] = {word: kind for kind, words in WORDS.items() for word in words}
WHO = r"(?:(?:we|i|wir haben|ich habe) )?"
THAT = r"(?:,? (?:that|dass)\b|[:,])?"
FIRST = re.compile(rf"\s*{WHO}(?P<word>{'|'.join(KIND_OF)})(?!\w){THAT}\s*", re.IGNORECASE)


class ReadKind(Struct, frozen=True):
    """What a line is, and where the rest of it begins."""

    kind: Kind
    rest_at: int


def kind_in(line: str) -> ReadKind | None:
    """Return what the first word of a line says it is; None for an entry like any other."""
    found = FIRST.match(line)
    return ReadKind(KIND_OF[found["word"].casefold()], found.end()) if found else None
