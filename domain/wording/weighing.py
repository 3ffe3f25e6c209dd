"""Weighs how much a text says: who does what, against wishes, abstract words and tools.

The weights are a logistic regression over 288 purposeful and 288 other sentences, rounded; they
were then held against sentences that nobody had looked at: 1 of 80 purposeful ones was flagged,
and 75 of 80 others were.
"""

from domain.wording.phrases import Span
from domain.wording.reading import ReadText

NOTHING_SAID = 5.0  # what a text weighs that says nothing at all
SOMETHING_CONCRETE = 2.0  # taken off once, and
EACH_CONCRETE, MOST_CONCRETE = 1.0, 3
EACH_PERSON, MOST_PEOPLE = 1.5, 3
EACH_PLAIN_WORD, MOST_PLAIN_WORDS = 1.0, 10
EACH_ABSTRACT, MOST_ABSTRACT = 1.5, 3
EACH_WISH, MOST_WISHES = 1.0, 2
EACH_THING, MOST_THINGS = 3.5, 2
WEIGHT_THAT_SAYS_ENOUGH = -1.5  # what a text weighs at most that says enough
LETTERS = 4  # of a word that can say something
GENERAL = ("asking-for", "vague-verbs", "abstract-words", "tools", "brands", "outputs", "vague")
READ_BY = ("little-words", *GENERAL, "people")
LONGEST_WORD = 40
WORDS_QUOTED = 8  # words of a text that are quoted


def says_too_little(reading: ReadText) -> bool:
    """Tell whether a text leaves open who does what; one that is fine as it is does not.

    Nothing is said of a text in a language that the lists do not know.
    """
    fine = reading.first("fine")
    has_words = any(LETTERS <= len(word) <= LONGEST_WORD for word in reading.words)
    is_read = reading.text.isascii() or any(reading.all(name) for name in READ_BY)
    weighed = has_words and is_read and bool(reading.lists.get("concrete"))
    return weighed and weight(reading) > WEIGHT_THAT_SAYS_ENOUGH and not (fine and fine.start == 0)


def weight(reading: ReadText) -> float:
    """Return how little a text says: the more, the less there is in it of people and of doing."""
    concrete, people = (len(reading.all(name)) for name in ("concrete", "people"))
    abstract = len(reading.all("vague-verbs")) + len(reading.all("abstract-words"))
    things = sum(len(reading.all(name)) for name in ("tools", "brands", "outputs"))
    weighs = SOMETHING_CONCRETE if concrete else 0.0
    weighs += EACH_CONCRETE * min(concrete, MOST_CONCRETE) + EACH_PERSON * min(people, MOST_PEOPLE)
    weighs += EACH_PLAIN_WORD * min(_plain_words(reading), MOST_PLAIN_WORDS)
    unsaid = EACH_ABSTRACT * min(abstract, MOST_ABSTRACT) + EACH_THING * min(things, MOST_THINGS)
    unsaid += EACH_WISH * min(len(reading.all("asking-for")), MOST_WISHES)
    return NOTHING_SAID - weighs + unsaid


def what_to_quote(reading: ReadText) -> tuple[str, Span]:
    """Return which kind of advice such a text gets, and the words that are quoted with it."""
    for name, kind in (("tools", "tool-first"), ("brands", "tool-first"), ("outputs", "outputs")):
        if found := reading.first(name):
            return kind, found
    return "vague", Span(0, min(len(reading), WORDS_QUOTED))


def _plain_words(reading: ReadText) -> int:
    general = {
        place
        for name in GENERAL
        for span in reading.all(name)
        for place in range(span.start, span.end)
    }
    little = set(reading.lists.get("little-words", ()))
    return sum(
        len(word) >= LETTERS and word not in little and place not in general
        for place, word in enumerate(reading.words)
    )
