"""Reads one line: what it says in passing becomes fields, and what happened stays as its text."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from msgspec import Struct

from web.composer.line.times import ReadSpan, minutes_in, when_in
from web.composer.line.words import MEDIA, MODE_OF

NAME = r"@(?P<name>[^\W\d_][\w’'.-]*[^\W_]|[^\W\d_])"
NAMED = re.compile(rf"(?<![\w@.]){NAME}(?P<more>(?: [^\W\d_a-z][\w’'-]+){{0,2}})")
JOINTS = ("with", "and", "mit", "und")
SIGNS = " \t,;:.&+–-"
MARKS = str.maketrans(dict.fromkeys(SIGNS, " "))
ON = r"(?:on|in|via|by|over|per|auf|am|im|über)"
ARTICLE = r"(?:the |our |a |dem |der |das |unserem |unserer )?"
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
PLAIN = "contribute"  # how one takes part where a line does not say


class ParsedLine(Struct, frozen=True, kw_only=True):
    """What one line says. Whatever it does not say is empty."""

    text: str = ""
    """What happened, without what stands in the fields at its beginning or its end."""
    names: tuple[str, ...] = ()
    medium: str = ""
    minutes: str = ""
    when: str = ""
    """A local time such as 2026-03-02T15:00."""
    exact: bool = True
    """Whether a time of day was said, and not a day alone."""
    mode: str = PLAIN


def read_line(
    typed: str, now: datetime, media: Iterable[str] = (), people: Iterable[str] = ()
) -> ParsedLine:
    """Read the first line of what was typed at a local time, with media and names one knows."""
    line, _, rest = typed.strip().partition("\n")
    when = when_in(line, now)
    minutes = minutes_in(line, when)
    medium, named = _medium_in(line, media), list(_named_in(line, people))
    spans = [each for each in (when, minutes, medium, *named) if each]
    text = _without(line, spans)
    names = tuple(dict.fromkeys(each.value for each in named))
    return ParsedLine(
        text=f"{text or line}\n{rest}" if rest else text or line,
        names=names,
        medium=medium.value if medium else "",
        minutes=minutes.value if minutes else "",
        when=when.value if when else "",
        exact=when.exact if when else True,
        mode=_mode_of(text, along=bool(names)),
    )


def _named_in(line: str, people: Iterable[str]) -> Iterator[ReadSpan]:
    known = {name.casefold(): name for name in people}
    for found in NAMED.finditer(line):
        words = [found["name"], *found["more"].split()]
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count])
            if count == 1 or name.casefold() in known:
                end = found.start() + 1 + len(name)
                yield ReadSpan(found.start(), end, known.get(name.casefold(), name))
                break


def _medium_in(line: str, media: Iterable[str]) -> ReadSpan | None:
    known = {each.casefold(): each for each in media}
    words = sorted({*known, *MEDIA}, key=len, reverse=True)
    any_of = "|".join(re.escape(word) for word in words)
    pattern = rf"(?<!\w){ON} {ARTICLE}(?P<medium>{any_of})(?!\w)"
    found = re.search(pattern, line, re.IGNORECASE)
    if found is None:
        return None
    word = found["medium"].casefold()
    return ReadSpan(*found.span(), known.get(word, word))


def _without(line: str, spans: list[ReadSpan]) -> str:
    """Take out what stands at either end and was read; the middle of a sentence stays whole."""
    start, end = 0, len(line)
    moved = True
    while moved:
        moved = False
        for each in spans:
            if start <= each.start < end and _is_joint(line[start : each.start]):
                start, moved = each.end, True
            elif start < each.end <= end and _is_joint(line[each.end : end]):
                end, moved = each.start, True
    words = line[start:end]
    if start:
        words = _without_joints(words, 0)
    return _without_joints(words, -1) if end < len(line) else words


def _is_joint(between: str) -> bool:
    return all(word.casefold() in JOINTS for word in between.translate(MARKS).split())


def _without_joints(text: str, end: int) -> str:
    """Leave out what only joined a text to what stood before (0) or behind it (-1)."""
    strip = str.rstrip if end else str.lstrip
    while text := strip(text, SIGNS):
        word = text.split(None)[end]
        if word.strip(SIGNS).casefold() not in JOINTS:
            break
        text = text[: -len(word)] if end else text[len(word) :]
    return text


def _mode_of(text: str, *, along: bool) -> str:
    found = (MODE_OF.get(word.casefold()) for word in WORD.findall(text))
    mode_said = next((mode for mode in found if mode), None)
    if mode_said in (None, PLAIN) and along:
        return "co-create"
    return mode_said or PLAIN
