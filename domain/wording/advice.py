"""The rules that combine the lists. Advice only: nobody is ever refused for their wording."""

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from domain.wording.defaults import LISTS, Lists
from domain.wording.people import only_demographic
from domain.wording.phrases import Span
from domain.wording.reading import Reading

OPENING = 3  # words in which a text shows what it begins with
EARLY = 14  # words within which somebody who wants a thing has named it
NEAR = 5  # words between a verb and what it is about
SMALL = 3  # letters of words such as “our” and “on”
ADDRESS = re.compile(r"\W*((?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})\b", re.IGNORECASE)
FEW, SEVERAL, SOME = 5, 6, 9


class Flag(Struct, frozen=True):
    """A piece of advice: which list or kind it comes from, and the words that gave rise to it."""

    list: str
    phrase: str


def flags(text: str, lists: Lists = LISTS) -> tuple[Flag, ...]:
    """Return what a goal or a request could say better, at most one flag of each kind."""
    reading = Reading(text, lists)
    return tuple(
        Flag(list=kind, phrase=reading.words_at(span))
        for kind, rule in KINDS.items()
        if (span := next(rule(reading), None))
    )


def first_words_name_a_tool(text: str, lists: Lists = LISTS) -> Flag | None:
    """Return the product or address that a text begins with, such as “Twitter, Facebook, a blog”."""
    if address := ADDRESS.match(text):
        return Flag(list="brands", phrase=address[1])
    reading = Reading(text, lists)
    asked = {place for span in reading.all("asking-for") for place in range(*span)}
    for brand in reading.all("brands"):
        before = range(min(brand.start, OPENING))
        if brand.start < OPENING and all(
            place in asked or len(reading.words[place]) <= SMALL for place in before
        ):
            return Flag(list="brands", phrase=reading.words_at(brand))
    return None


def is_demographic(text: str, lists: Lists = LISTS) -> Flag | None:
    """Return the words of an audience that says who people are, not what they care about."""
    reading = Reading(text, lists)
    if not only_demographic(reading):
        return None
    return Flag(list="demographic", phrase=reading.words_at(Span(0, len(reading))))


def is_extraction(text: str, lists: Lists = LISTS) -> Flag | None:
    """Return the words of a measure that count what is taken from people, such as clicks."""
    reading = Reading(text, lists)
    span = reading.first("extraction")
    if span is None or reading.somebody_acts:
        return None
    return Flag(list="extraction", phrase=reading.words_at(span))


def _vague(reading: Reading) -> Iterator[Span]:
    """A vague phrase; or, with nothing concrete, vague verbs and abstract words."""
    yield from reading.all("vague")
    if reading.all("concrete"):
        return
    verbs = reading.all("vague-verbs")
    nouns = reading.all("abstract-words")
    people = reading.all("people")
    yield from _pairs((*verbs, *reading.all("asking-for")), nouns, NEAR)
    if len(reading) <= SEVERAL and not people:
        yield from nouns
    if len(reading) <= (FEW if people else SOME):
        yield from (verb for verb in verbs if verb.start < OPENING)


def _tool_first(reading: Reading) -> Iterator[Span]:
    """Something done to people; or a tool asked for, with nobody who does something with it."""
    if reading.somebody_acts:
        return
    yield from reading.all("tool-first")
    tools = (*reading.all("tools"), *reading.all("brands"))
    yield from _wanted(reading, tools)
    wanting = (*reading.all("vague-verbs"), *reading.all("asking-for"))
    yield from _pairs(wanting, reading.all("extraction"), NEAR)


def _mission_speak(reading: Reading) -> Iterator[Span]:
    """A phrase that brochures are made of."""
    yield from reading.all("mission-speak")


def _outputs(reading: Reading) -> Iterator[Span]:
    """Something to be made, with nobody who does something differently once it is there."""
    if not reading.somebody_acts:
        yield from _wanted(reading, reading.all("outputs"))


def _wanted(reading: Reading, things: Sequence[Span]) -> Iterator[Span]:
    """Yield the things that the text opens with, or asks for early on."""
    asked, people = reading.all("asking-for"), reading.all("people")
    for thing in things:
        if thing.start < OPENING and not any(each.end <= thing.start for each in people):
            yield thing
    for thing in things:
        if thing.start < EARLY and any(each.start <= thing.start for each in asked):
            yield thing


def _pairs(firsts: Sequence[Span], seconds: Sequence[Span], apart: int) -> Iterator[Span]:
    for first in firsts:
        for second in seconds:
            if 0 <= second.start - first.end <= apart:
                yield Span(first.start, second.end)


KINDS: dict[str, Callable[[Reading], Iterator[Span]]] = {
    "vague": _vague,
    "tool-first": _tool_first,
    "mission-speak": _mission_speak,
    "outputs": _outputs,
}
