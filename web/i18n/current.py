"""In which language a page is said while it is made."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from gettext import NullTranslations

from babel import Locale
from babel.dates import format_date
from msgspec import Struct

from domain.kernel.messages import DAYS, TEXTS, say


class Language(Struct, frozen=True):
    """A language: how it writes numbers and days, and what it calls things."""

    locale: Locale
    texts: NullTranslations
    day: str
    """How it writes a day, as CLDR patterns do."""

    @property
    def code(self) -> str:
        """Return the language as HTML names it, such as de."""
        return self.locale.language

    def written(self, day: date) -> str:
        """Return a day of the calendar as the language writes it."""
        return format_date(day, self.day, locale=self.locale)


ENGLISH = Language(Locale("en"), NullTranslations(), "d MMM y")
_SPOKEN: ContextVar[Language] = ContextVar("speech", default=ENGLISH)


def spoken() -> Language:
    """Return the language in which something is said just now; English where nobody chose."""
    return _SPOKEN.get()


@contextmanager
def speaking(speech: Language) -> Iterator[None]:
    """Let everything within be said in a language."""
    before = _SPOKEN.set(speech), TEXTS.set(speech.texts), DAYS.set(speech.written)
    try:
        yield
    finally:
        _SPOKEN.reset(before[0])
        TEXTS.reset(before[1])
        DAYS.reset(before[2])


def gettext(message: str) -> str:
    """Return a text in the language that is spoken."""
    return say(message)


def ngettext(one: str, more: str, count: int) -> str:
    """Return the text for a number of things in the language that is spoken."""
    return TEXTS.get().ngettext(one, more, count)
