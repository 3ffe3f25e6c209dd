"""Sets apart what others wrote in a sentence of ours, so that each keeps its own direction."""

from unicodedata import bidirectional

FROM_THE_RIGHT = ("R", "AL")
ISOLATE, POP = "\u2068", "\u2069"  # first strong isolate, and its end (UAX 9)


def set_apart(value: str) -> str:
    """Return what stands in a sentence as a unit of its own, where it is written from the right."""
    if value.isascii() or not any(bidirectional(each) in FROM_THE_RIGHT for each in value):
        return value
    return f"{ISOLATE}{value}{POP}"
