"""Says sentences of ours in the language that is spoken just now; English where none was chosen."""

from contextvars import ContextVar
from gettext import NullTranslations
from typing import Any

TEXTS: ContextVar[NullTranslations] = ContextVar("texts", default=NullTranslations())  # noqa: B039  # it holds nothing that changes


def to_say(message: str) -> str:
    """Return a text as it is, to be said later; so it is found by who translates."""
    return message


def say(message: str, **values: Any) -> str:
    """Return a sentence; each `{name}` in the message stands for a value."""
    said = TEXTS.get().gettext(message) if message else ""  # of nothing a catalogue says its head
    return said.format(**values) if values else said


def say_many(count: int, one: str, more: str, **values: Any) -> str:
    """Return a sentence that counts something, `{n}` of it."""
    return TEXTS.get().ngettext(one, more, count).format(n=count, **values)
