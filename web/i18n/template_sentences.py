"""Puts what a template says between two tags together: texts, and the values between them."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import NamedTuple

from jinja2.lexer import Token

WORDS = re.compile(r"(?P<before>[^\w&({]*)(?P<said>\S(?!.*=\").*?)(?P<after>\s*)", re.DOTALL)
SPACE = re.compile(r"[ \n]+")  # not the one that keeps words together


class Text(NamedTuple):
    """Text as it stands in a template, markup and all, and the line it stands in."""

    line: int
    html: str

    @property
    def has_letters(self) -> bool:
        """Tell whether there is anything to read out."""
        return any(letter.isalpha() for letter in unescape(self.html))


class Sentence:
    """What was said since the last tag; values at its ends are no part of the text."""

    def __init__(self) -> None:
        self._parts: list[Text | list[Token]] = []

    def say(self, text: Text) -> None:
        """Take up a text that belongs to the same sentence."""
        self._parts.append(text)

    def take(self, value: list[Token]) -> None:
        """Go on with a value, given as the tokens that print it."""
        self._parts.append(value)

    def end(self) -> Iterator[Token]:
        """Yield the tokens that say it, from its first words to its last, and begin anew."""
        parts, self._parts = self._parts, []
        words = [n for n, part in enumerate(parts) if isinstance(part, Text) and part.has_letters]
        if not words:
            yield from _as_they_are(parts)
            return
        first, last = words[0], words[-1]
        yield from _as_they_are(parts[:first])
        yield from _spoken(parts[first : last + 1])
        yield from _as_they_are(parts[last + 1 :])


def _as_they_are(parts: Sequence[Text | list[Token]]) -> Iterator[Token]:
    for part in parts:
        yield from [Token(part.line, "data", part.html)] if isinstance(part, Text) else part


def _spoken(parts: Sequence[Text | list[Token]]) -> Iterator[Token]:
    html, values, line = "", list[list[Token]](), 0
    for part in parts:
        if isinstance(part, Text):
            html, line = html + part.html, line or part.line
        else:
            values.append(part[1:-1])
            html += f"{{{len(values)}}}"
    words = WORDS.fullmatch(html)
    if words is None:
        yield from _as_they_are(parts)
        return
    yield Token(line, "data", words["before"])
    yield from called(words["said"], line, values)
    yield Token(line, "data", words["after"])


def called(text: str, line: int, values: Sequence[Sequence[Token]] = ()) -> Iterator[Token]:
    """Yield `{{ gettext("…", …) }}`, for the text as it reads without entities and line breaks."""
    yield Token(line, "variable_begin", "{{")
    yield Token(line, "name", "gettext")
    yield Token(line, "lparen", "(")
    yield Token(line, "string", SPACE.sub(" ", unescape(text)))
    for value in values:
        yield Token(line, "comma", ",")
        yield Token(line, "lparen", "(")
        yield from value
        yield Token(line, "rparen", ")")
    yield Token(line, "rparen", ")")
    yield Token(line, "variable_end", "}}")
