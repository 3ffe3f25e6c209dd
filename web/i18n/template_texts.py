"""Makes every text that stands in a template one that can be translated.

What is written between tags, and in the attributes that are read out, is looked up by its words; so
a template says what it says in plain HTML. Within an attribute a sentence with values in it is a
`{% trans %}` block.
"""

import re
from collections.abc import Iterable, Iterator
from typing import cast

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from web.i18n.template_sentences import Sentence, Text, called

BETWEEN = re.compile(
    r"(?P<text>(?:[^<]|<(?![/!a-zA-Z]))+)|(?P<tag><(?:!--.*?-->|[^\s>\"']*))", re.DOTALL
)
IN_A_TAG = re.compile(
    r"(?P<read>(?<![\w-])(?:aria-label|alt|placeholder|title)=\")(?P<said>[^\"]*\w[^\"]*)\""
    r"|(?P<quote>[\"'])|(?P<close>>)|[^\"'>\s]+|\s",
    re.DOTALL,
)
UNREAD = ("<script", "<style")  # elements whose content nobody reads


class Marked(Extension):
    """Wraps each text of a template into a call of gettext, where it is compiled and extracted."""

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """Yield the tokens of a template, its texts as calls.

        A sentence with values in it is one text, such as `from {1} to {2}`; tags and blocks end it.
        """
        place, sentence, by_hand, value = _Place(), Sentence(), False, list[Token]()
        for token in stream:
            if token.type == "block_begin":
                name = stream.current.value
                by_hand = name == "trans" or (by_hand and name != "endtrans")
            if token.type == "data" and not by_hand:
                for piece in place.read(token.value, token.lineno):
                    if isinstance(piece, Text):
                        sentence.say(piece)
                    else:
                        yield from sentence.end()
                        yield piece
            elif token.type == "variable_begin" or value:
                value.append(token)
                if token.type == "variable_end":
                    if by_hand or not place.is_between:
                        yield from (*sentence.end(), *value)
                    else:
                        sentence.take(value)
                    value = []
            else:
                yield from sentence.end()
                yield token
        yield from sentence.end()


class _Place:
    """Where in the HTML one is: between tags, in a tag, in a quoted value, or in a script."""

    def __init__(self) -> None:
        self._in_tag = self._unread = False
        self._quote = ""

    @property
    def is_between(self) -> bool:
        """Tell whether what stands here is read as text."""
        return not (self._in_tag or self._unread or self._quote)

    def read(self, html: str, lineno: int) -> Iterator[Token | Text]:
        """Yield the tokens for a piece of HTML; one piece goes on where the last one ended."""
        at = 0
        while at < len(html):
            line = lineno + html.count("\n", 0, at)
            if self._quote:
                at, piece = self._to_the_quote(html, at)
                yield Token(line, "data", piece)
                continue
            pattern = IN_A_TAG if self._in_tag else BETWEEN
            found = cast("re.Match[str]", pattern.match(html, at))  # one part fits any letter
            at = found.end()
            yield from self._part(found, line)

    def _to_the_quote(self, html: str, at: int) -> tuple[int, str]:
        end = html.find(self._quote, at)
        if end < 0:
            return len(html), html[at:]
        self._quote = ""
        return end + 1, html[at : end + 1]

    def _part(self, found: re.Match[str], line: int) -> Iterator[Token | Text]:
        part = found.groupdict()
        if self._in_tag:
            self._quote = part["quote"] or ""
            self._in_tag = not part["close"]
            if part["said"]:
                yield Token(line, "data", part["read"])
                yield from called(part["said"], line)
                yield Token(line, "data", '"')
                return
        elif part["tag"]:
            self._in_tag = not part["tag"].startswith("<!--")
            self._unread = part["tag"].startswith(UNREAD)
        elif not self._unread:
            yield Text(line, part["text"])
            return
        yield Token(line, "data", found[0])
