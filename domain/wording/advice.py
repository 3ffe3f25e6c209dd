"""The rules that combine the lists into advice; nobody is ever refused for their wording."""

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from domain.wording.defaults import LISTS, Lists
from domain.wording.phrases import Span
from domain.wording.reading import OPENING, SHORT, ReadText
from domain.wording.weighing import says_too_little, what_to_quote

EARLY = 14  # words within which somebody who wants a thing has named it
NEAR = 5  # words between a verb and what it is about
SMALL = 3  # letters of words such as “our” and “on”
FIRST = 200  # letters in which an address has to begin
ADDRESS = re.compile(
    r"\W*((?:https?://|www\.)\S+|\w[\w-]*(?:\.\w[\w-]*)*\.[a-z]{2,})\b", re.IGNORECASE
)
WORDS_WITHOUT_DOERS = 4  # words that leave no room for what people would do
THINGS = ("tools", "brands", "outputs")


class Flag(Struct, frozen=True):
    """A piece of advice: which list or kind it comes from, and the words that gave rise to it."""

    list: str
    phrase: str


def flags(text: str, lists: Lists = LISTS) -> tuple[Flag, ...]:
    """Return what a goal or a request could say better, at most one flag of each kind."""
    reading = ReadText(text, lists)
    found = {
        kind: span
        for kind, rule in KINDS.items()
        if (span := next(rule(reading), None)) is not None
    }
    if not found and says_too_little(reading):
        found = dict([what_to_quote(reading)])
    return tuple(Flag(list=kind, phrase=reading.words_at(span)) for kind, span in found.items())


def first_words_name_a_tool(text: str, lists: Lists = LISTS) -> Flag | None:
    """Return the product or address that a text begins with, such as Twitter or a site."""
    if address := ADDRESS.match(text[:FIRST]):
        return Flag(list="brands", phrase=address[1])
    reading = ReadText(text, lists)
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
    reading = ReadText(text, lists)
    if not only_demographic(reading):
        return None
    return Flag(list="demographic", phrase=reading.words_at(Span(0, len(reading))))


def is_extraction(text: str, lists: Lists = LISTS) -> Flag | None:
    """Return the words of a measure that count what is taken from people, such as clicks."""
    reading = ReadText(text, lists)
    span = reading.first("extraction")
    if span is None or reading.somebody_acts:
        return None
    return Flag(list="extraction", phrase=reading.words_at(span))


def _vague(reading: ReadText) -> Iterator[Span]:
    """Yield vague phrases; with nothing concrete, also vague verbs and abstract words."""
    yield from reading.all("vague")
    if reading.all("concrete"):
        return
    verbs, asking = reading.all("vague-verbs"), reading.all("asking-for")
    nouns = reading.all("abstract-words")
    if not reading.tells_of_people:
        yield from _pairs((*verbs, *asking), nouns, NEAR)
    if reading.all("people"):
        if len(reading) <= WORDS_WITHOUT_DOERS:
            yield from (verb for verb in verbs if verb.start < OPENING)
        if len(reading) <= SHORT:
            yield from (noun for noun in nouns if noun.start == 0)
    elif len(reading) <= SHORT and not any(reading.all(name) for name in THINGS):
        yield from (*verbs, *nouns, *asking)


def _tool_first(reading: ReadText) -> Iterator[Span]:
    """Yield what is done to people, or a tool asked for, with nobody who does a thing with it."""
    if reading.somebody_acts:
        return
    yield from reading.all("tool-first")
    tools = (*reading.all("tools"), *reading.all("brands"))
    yield from _wanted(reading, tools)
    wanting = (*reading.all("vague-verbs"), *reading.all("asking-for"))
    yield from _pairs(wanting, reading.all("extraction"), NEAR)


def _mission_speak(reading: ReadText) -> Iterator[Span]:
    """Yield phrases that brochures are made of."""
    yield from reading.all("mission-speak")


def _outputs(reading: ReadText) -> Iterator[Span]:
    """Yield what is to be made, with nobody who does something differently once it is there."""
    if not reading.somebody_acts:
        yield from _wanted(reading, reading.all("outputs"))


def _wanted(reading: ReadText, things: Sequence[Span]) -> Iterator[Span]:
    """Yield the things that the text opens with, or asks for early on."""
    if reading.tells_of_people:
        return
    for thing in things:
        if thing.start < EARLY and (thing.start < OPENING or _is_asked_for(reading, thing)):
            yield thing


def _is_asked_for(reading: ReadText, thing: Span) -> bool:
    """Tell whether somebody asks for it: asks before it, and not for people to do something."""
    asked = next(iter(reading.all("asking-for")), None)
    if asked is None or asked.start > thing.start:
        return False
    return not any(asked.end <= each.start < thing.start for each in reading.all("people"))


def _pairs(firsts: Sequence[Span], seconds: Sequence[Span], apart: int) -> Iterator[Span]:
    for first in firsts:
        for second in seconds:
            if 0 <= second.start - first.end <= apart:
                yield Span(first.start, second.end)


KINDS: dict[str, Callable[[ReadText], Iterator[Span]]] = {
    "vague": _vague,
    "tool-first": _tool_first,
    "mission-speak": _mission_speak,
    "outputs": _outputs,
}


STATES = ("living", "being", "earning", "having", "housing", "speaking", "aging", "ageing")
"""Words that end like a doing and only say how somebody is."""
FEWEST_WORDS = 2  # words that say too little to be sure, where none of them is listed
SHARE_THAT_COUNTS = (
    0.5  # of the words; where more than these count people, nothing else is said of them
)


def only_demographic(reading: ReadText) -> bool:
    """Tell whether an audience is counted by who they are, with no sign of what concerns them."""
    concerned = any(
        reading.words[place] not in STATES
        for span in reading.all("interests")
        for place in range(span.start, span.end)
    )
    is_described = bool(reading.all("demographic")) or len(reading) > FEWEST_WORDS
    if not reading.lists.get("demographic"):
        return False
    return is_described and not concerned and _share_that_counts(reading) > SHARE_THAT_COUNTS


def _share_that_counts(reading: ReadText) -> float:
    """Return the share of words that are demographic, numbers, or names such as a place's."""
    listed = {place for span in reading.all("demographic") for place in range(*span)}
    little = set(reading.lists.get("little-words", ()))
    typed = [reading.text[start:end] for start, end in reading.places]
    places = [place for place, word in enumerate(reading.words) if word not in little]
    counting = [
        place
        for place in places
        if place in listed
        or any(letter.isdigit() for letter in typed[place])
        or (place > 0 and typed[place][0].isupper())
    ]
    return len(counting) / len(places) if places else 0.0
