"""Sets apart what others wrote in a sentence of ours, so that each keeps its own direction."""

import re
from unicodedata import bidirectional

FROM_THE_RIGHT = ("R", "AL")
ISOLATE, POP = "\u2068", "\u2069"  # first strong isolate, and its end (UAX 9)
THEIRS = re.compile(r"(?<=[“„])[^“”]+(?=[“”])|(?<=: ).+$", re.DOTALL)


def set_apart(sentence: str) -> str:
    """Return a sentence with what is quoted in it, or follows a colon, as a unit of its own.

    Nothing is added to a sentence without letters that are written from the right.
    """
    if not any(bidirectional(letter) in FROM_THE_RIGHT for letter in sentence):
        return sentence
    return THEIRS.sub(lambda found: f"{ISOLATE}{found[0]}{POP}", sentence)
