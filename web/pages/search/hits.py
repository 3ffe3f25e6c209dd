"""What people wrote, as it is shown where it was found: around the word that was asked for."""

from typing import Any

from msgspec import Struct

from domain.kernel.messages import Text
from domain.kernel.text import words_of
from domain.kinds import KINDS
from web.http.urls import page_of
from web.i18n.formatting import name_in_words

AROUND = 120  # letters shown before and after the first word that was found


class Hit(Struct, frozen=True):
    """One text that was found: around the word, which thing it is of, who said it and when."""

    before: str
    word: str
    after: str
    kind: Text
    icon: str
    title: str
    href: str
    who: str
    at: str
    position: int


def hit_of(row: Any, words: list[str], names: dict[str, str]) -> Hit:
    """Return what a row of the texts says around the first of the words."""
    before, word, after = _around(row["text"], words)
    kind = row["stream"].partition("-")[0]
    thing = KINDS.get(kind)
    return Hit(
        before=before,
        word=word,
        after=after,
        kind=thing.name if thing else kind.capitalize(),
        icon=thing.icon if thing else "message-square",
        title=name_in_words(row["name"]),
        href=page_of(row["stream"]),
        who=names.get(row["by"], "Pilotlog"),
        at=row["occurred_at"],
        position=row["position"],
    )


def _around(text: str, words: list[str]) -> tuple[str, str, str]:
    """Return a text around the first of its words that begins like one that was asked for."""
    for line in text.split("\n"):
        place = 0
        for piece in line.split():
            start = line.index(piece, place)
            place = start + len(piece)
            if any(found.startswith(word) for found in words_of(piece) for word in words):
                first, last = max(0, start - AROUND), place + AROUND
                lead = "…" if first else ""
                return lead + line[first:start], piece, line[place:last] + "…" * (last < len(line))
    return text[: 2 * AROUND], "", "…" * (len(text) > 2 * AROUND)
