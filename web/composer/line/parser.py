"""Reads one line: what it says in passing becomes fields, and the text stays as it was typed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from msgspec import Struct

from web.composer.line.kind import Kind, kind_in
from web.composer.line.times import ReadSpan, minutes_in, when_in
from web.composer.line.words import MEDIA, MODE_OF, ON

NAME = r"@(?P<name>[^\W\d_][\w’'.-]*[^\W_]|[^\W\d_])"
NAMED = re.compile(rf"(?<![\w@.]){NAME}(?P<more>(?: [^\W\d_a-z][\w’'-]+){{0,2}})")
CAPITALISED = re.compile(r"(?<![\w@.’'-])[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){0,3}")
ARTICLE = r"(?:the |our |a |dem |der |das |unserem |unserer )?"
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
PLAIN = "contribute"  # how one takes part where a line does not say


class ReadMark(Struct, frozen=True):
    """A stretch of the line that was read: from where to where, and into which field."""

    start: int
    end: int
    field: str
    value: str
    is_sure: bool = True


class ParsedLine(Struct, frozen=True, kw_only=True):
    """What one line says. Whatever it does not say is empty."""

    kind: Kind | None = None
    names: tuple[str, ...] = ()
    medium: str = ""
    minutes: str = ""
    when: str = ""
    """A local time such as 2026-03-02T15:00."""
    exact: bool = True
    """Whether a time of day was said, and not a day alone."""
    mode: str = PLAIN
    marks: tuple[ReadMark, ...] = ()


def read_line(
    typed: str, now: datetime, media: Iterable[str] = (), people: Iterable[str] = ()
) -> ParsedLine:
    """Read the first line of what was typed at a local time, with media and names one knows."""
    line = typed.partition("\n")[0]
    kind = kind_in(line)
    when = when_in(line, now)
    minutes = minutes_in(line, when)
    medium = _medium_in(line, media)
    taken = [each for each in (when, minutes, medium) if each]
    named = [each for each in _named_in(line, people) if not _meets(each, taken)]
    mode, verb = _mode_of(line, along=bool(named))
    found: dict[str, Sequence[ReadSpan | None]] = {
        "occurred_at": [when],
        "minutes": [minutes],
        "medium": [medium],
        "with": named,
        "mode": [verb] if verb and not _meets(verb, named) else [],
    }
    return ParsedLine(
        kind=kind.kind if kind else None,
        names=tuple(dict.fromkeys(each.value for each in named)),
        medium=medium.value if medium else "",
        minutes=minutes.value if minutes else "",
        when=when.value if when else "",
        exact=when.exact if when else True,
        mode=mode,
        marks=_marks(found),
    )


def _marks(found: Mapping[str, Sequence[ReadSpan | None]]) -> tuple[ReadMark, ...]:
    marks = [
        ReadMark(each.start, each.end, field, each.value, each.exact or field == "occurred_at")
        for field, spans in found.items()
        for each in spans
        if each
    ]
    return tuple(sorted(marks, key=lambda mark: mark.start))


def _meets(one: ReadSpan, others: Iterable[ReadSpan]) -> bool:
    return any(one.start < each.end and each.start < one.end for each in others)


def _named_in(line: str, people: Iterable[str]) -> Iterator[ReadSpan]:
    """Find names behind an @, and those one knows, whole or by a first name only one bears."""
    known = {name.casefold(): name for name in people}
    firsts: dict[str, list[str]] = {}
    for name in known.values():
        firsts.setdefault(name.casefold().partition(" ")[0], []).append(name)
    known |= {first: names[0] for first, names in firsts.items() if len(names) == 1}
    for found in NAMED.finditer(line):
        words = [found["name"], *found["more"].split()]
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count])
            if count == 1 or name.casefold() in known:
                end = found.start() + 1 + len(name)
                yield ReadSpan(found.start(), end, known.get(name.casefold(), name))
                break
    for found in CAPITALISED.finditer(line):
        yield from _known_among(found[0].split(" "), found.start(), known)


def _known_among(words: list[str], start: int, known: Mapping[str, str]) -> Iterator[ReadSpan]:
    """Find the names among words with capitals, the longest at each place."""
    first = 0
    while first < len(words):
        for last in range(len(words), first, -1):
            name = " ".join(words[first:last])
            if whole := known.get(name.casefold()):
                begin = start + len(" ".join([*words[:first], ""]))
                yield ReadSpan(begin, begin + len(name), whole)
                first = last
                break
        else:
            first += 1


def _medium_in(line: str, media: Iterable[str]) -> ReadSpan | None:
    known = {each.casefold(): each for each in media}
    words = sorted({*known, *MEDIA}, key=len, reverse=True)
    any_of = "|".join(re.escape(word) for word in words)
    on = rf"(?<!\w)(?:{'|'.join(ON)}) {ARTICLE}(?P<medium>{any_of})(?!\w)"
    listed = rf"(?<=, )(?P<listed>{any_of})(?=,|\.?$)"
    found = re.search(f"{on}|{listed}", line, re.IGNORECASE)
    if found is None:
        return None
    word = (found["medium"] or found["listed"]).casefold()
    return ReadSpan(*found.span(), known.get(word, word))


def _mode_of(text: str, *, along: bool) -> tuple[str, ReadSpan | None]:
    """Return how people took part, and the word that says so, if one does."""
    for word in WORD.finditer(text):
        if mode := MODE_OF.get(word[0].casefold()):
            if mode == PLAIN and along:
                break
            return mode, ReadSpan(*word.span(), mode)
    return ("co-create" if along else PLAIN), None
