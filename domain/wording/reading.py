"""A text as advice reads it: its words, and where the phrases of the lists stand among them."""

import re
from collections.abc import Sequence
from functools import cached_property
from unicodedata import normalize

from domain.wording.defaults import Lists
from domain.wording.phrases import Span, compiled, plain

LONGEST = 4_000  # letters; whoever needs more to say what it is for has said it by then
SHORT = 7  # words that leave little room for what becomes different
OPENING = 3  # words in which a text shows what it begins with
WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")


class ReadText:
    """One text, read with one set of lists; of a long one only the first 4,000 letters."""

    def __init__(self, text: str, lists: Lists) -> None:
        self.text = normalize("NFC", text[:LONGEST])
        self.lists = lists
        self.places = [match.span() for match in WORD.finditer(self.text)]
        self.words = [plain(self.text[start:end]) for start, end in self.places]
        self.seen: dict[str, Sequence[Span]] = {}

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.words)

    def all(self, name: str) -> Sequence[Span]:
        """Return where phrases of the list stand, from left to right."""
        if name not in self.seen:
            phrases = compiled(tuple(self.lists.get(name, ())))
            self.seen[name] = tuple(phrases.spans(self.words))
        return self.seen[name]

    def first(self, name: str) -> Span | None:
        """Return where the first phrase of the list stands, if any does."""
        return next(iter(self.all(name)), None)

    def words_at(self, span: Span) -> str:
        """Return the words as they were typed."""
        return self.text[self.places[span.start][0] : self.places[span.end - 1][1]]

    @cached_property
    def somebody_acts(self) -> bool:
        """Tell whether there are people in it, and a sign that they do something differently.

        Words with which one asks, as in “can someone set up”, are neither.
        """
        asking = (*self.all("asking-for"), *self.all("tool-first"))
        long = [span for span in asking if span.end - span.start > 1]
        return all(
            any(not _within(span, long) for span in self.all(name))
            for name in ("people", "concrete")
        )

    @cached_property
    def tells_of_people(self) -> bool:
        """Tell whether it is about people from the start, and says more of them than a wish."""
        people = self.first("people")
        if people is None or people.start >= OPENING or len(self) <= SHORT:
            return False
        wishes = (*self.all("vague-verbs"), *self.all("asking-for"))
        return not any(wish.start <= people.start for wish in wishes)


def _within(span: Span, others: Sequence[Span]) -> bool:
    return any(each.start <= span.start and span.end <= each.end for each in others)
