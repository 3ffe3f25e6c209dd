"""In which language a page is said while it is made."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from gettext import NullTranslations

from babel import Locale
from msgspec import Struct

from domain.saying import TEXTS, say


class Speech(Struct, frozen=True):
    """A language: how it writes numbers and days, and what it calls things."""

    locale: Locale
    texts: NullTranslations
    day: str
    """How it writes a day, as CLDR patterns do."""

    @property
    def code(self) -> str:
        """Return the language as HTML names it, such as de."""
        return self.locale.language


ENGLISH = Speech(Locale("en"), NullTranslations(), "d MMM y")
_SPOKEN: ContextVar[Speech] = ContextVar("speech", default=ENGLISH)


def spoken() -> Speech:
    """Return the language in which something is said just now; English where nobody chose."""
    return _SPOKEN.get()


@contextmanager
def speaking(speech: Speech) -> Iterator[None]:
    """Let everything within be said in a language."""
    spoken_before, texts_before = _SPOKEN.set(speech), TEXTS.set(speech.texts)
    try:
        yield
    finally:
        _SPOKEN.reset(spoken_before)
        TEXTS.reset(texts_before)


def gettext(message: str) -> str:
    """Return a text in the language that is spoken."""
    return say(message)


def ngettext(one: str, more: str, count: int) -> str:
    """Return the text for a number of things in the language that is spoken."""
    return TEXTS.get().ngettext(one, more, count)
