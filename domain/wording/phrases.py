"""Phrases as people list them, found in the words of a text."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple
from unicodedata import combining, normalize

WORD = re.compile(r"\*?[^\W_]+(?:['’ʼ][^\W_]+)*['’]?\*?|\*")
GAP = re.compile(r"…|\.\.\.")
WIDEST_GAP = 3
EDGE = 2  # letters at the beginning or the end of a word that phrases are kept by


class Span(NamedTuple):
    """Where a phrase stands among the words of a text: from `start` up to, not with, `end`."""

    start: int
    end: int


class PhraseWord(NamedTuple):
    """One word of a phrase; open where any beginning or ending will do."""

    stem: str
    open_before: bool
    open_after: bool

    def fits(self, word: str) -> bool:
        """Tell whether the word is one of those meant."""
        if self.open_before:
            return self.stem in word if self.open_after else word.endswith(self.stem)
        return word.startswith(self.stem) if self.open_after else word == self.stem


Phrase = tuple[
    tuple[PhraseWord, ...], ...
]  # stretches of words, with a gap between one and the next


class Phrases:
    """The phrases of one list, kept by two letters of their first words."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.shelves: dict[str, list[Phrase]] = defaultdict(list)
        for line in lines:
            if phrase := _phrase(line):
                self.shelves[_shelf(phrase[0][0])].append(phrase)

    def spans(self, words: Sequence[str]) -> Iterator[Span]:
        """Yield where phrases of the list stand, from left to right, the longest at each place."""
        for start, word in enumerate(words):
            ends = (
                _end(phrase, words, start)
                for shelf in (word[:EDGE], f"*{word[-EDGE:]}", "")
                for phrase in self.shelves.get(shelf, ())
                if phrase[0][0].fits(word)
            )
            if end := max(ends, default=0):
                yield Span(start, end)


@lru_cache(maxsize=256)
def compiled(lines: tuple[str, ...]) -> Phrases:
    """Return the phrases of a list, worked out once for equal lists."""
    return Phrases(lines)


def plain(word: str) -> str:
    """Return the word without what matching ignores: capitals, accents and apostrophes."""
    if word.isascii():
        return word.lower().replace("'", "")
    letters = normalize("NFKD", word.casefold())
    return "".join(each for each in letters if each not in "'’ʼ" and not combining(each))


def _phrase(line: str) -> Phrase:
    stretches = (WORD.findall(stretch) for stretch in GAP.split(normalize("NFC", line)))
    return tuple(tuple(map(_part, words)) for words in stretches if words)


def _part(word: str) -> PhraseWord:
    return PhraseWord(plain(word.strip("*")), word.startswith("*"), word.endswith("*"))


def _shelf(part: PhraseWord) -> str:
    """Return where phrases that begin with this word are kept: by its known end, or else alone."""
    if len(part.stem) >= EDGE and not part.open_before:
        return part.stem[:EDGE]
    if len(part.stem) >= EDGE and not part.open_after:
        return f"*{part.stem[-EDGE:]}"
    return part.stem if not part.open_before and not part.open_after else ""


def _end(phrase: Phrase, words: Sequence[str], start: int) -> int:
    """Return the nearest end of the phrase if it begins there, or 0.

    All ends are followed at once, so that many gaps cost no retries.
    """
    ends = {start}
    for number, stretch in enumerate(phrase):
        if number:
            ends = {end + skipped for end in ends for skipped in range(WIDEST_GAP + 1)}
        ends = {end + len(stretch) for end in ends if _stands(stretch, words, end)}
        if not ends:
            return 0
    return min(ends)


def _stands(stretch: tuple[PhraseWord, ...], words: Sequence[str], start: int) -> bool:
    if start + len(stretch) > len(words):
        return False
    return all(part.fits(words[start + number]) for number, part in enumerate(stretch))
