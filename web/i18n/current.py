"""In which language a page is said while it is made."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from gettext import NullTranslations

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal
from msgspec import Struct

from domain.kernel.messages import READ_OUT, Message, Text, Value, put_into
from web.i18n.bidi import set_apart


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

    def number(self, value: float) -> str:
        """Return a number as the language writes it, with its thousands set apart."""
        return str(format_decimal(value, locale=self.locale, decimal_quantization=False))

    def text(self, text: str) -> str:
        """Return a text without values as the language has it."""
        return self.texts.gettext(text) if text else ""  # of nothing a catalogue says its head

    def read_out(self, message: Message) -> str:
        """Return a message with its words, numbers and days as the language has them."""
        values = dict(message.values)
        template = self.text(message.template)
        if message.more and isinstance(count := values["n"], int):
            template = self.texts.ngettext(message.template, message.more, count)
        return put_into(template, {name: self._value(each) for name, each in values.items()})

    def _value(self, value: Value) -> str:
        match value:
            case Message():
                return self.read_out(value)
            case date():
                return self.written(value)
            case int() | float():
                return self.number(value)
        return set_apart(value)


ENGLISH = Language(Locale("en"), NullTranslations(), "d MMM y")
_SPOKEN: ContextVar[Language] = ContextVar("spoken", default=ENGLISH)


def spoken() -> Language:
    """Return the language in which something is said just now; English where nobody chose."""
    return _SPOKEN.get()


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Let everything within be said in a language."""
    before = _SPOKEN.set(language), READ_OUT.set(language.read_out)
    try:
        yield
    finally:
        _SPOKEN.reset(before[0])
        READ_OUT.reset(before[1])


def gettext(text: str) -> str:
    """Return a text in the language that is spoken."""
    return spoken().text(text)


def in_words(text: Text) -> str:
    """Return a message, or the text of a declared row, in the language that is spoken."""
    return str(text) if isinstance(text, Message) else gettext(text)


def ngettext(one: str, more: str, count: int) -> str:
    """Return the text for a number of things in the language that is spoken."""
    return spoken().texts.ngettext(one, more, count)
