"""Says sentences of ours in the language that is spoken just now; English where none was chosen."""

from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from datetime import date
from gettext import NullTranslations
from typing import Any

TEXTS: ContextVar[NullTranslations] = ContextVar("texts", default=NullTranslations())  # noqa: B039  # it holds nothing that changes

DAYS: ContextVar[Callable[[date], str]] = ContextVar("days", default=str)  # how a day is written


def to_say(message: str) -> str:
    """Return a text as it is, to be said later; so it is found by who translates."""
    return message


def say(message: str, **values: Any) -> str:
    """Return a sentence; each `{name}` in the message stands for a value."""
    if not message:
        return ""  # of nothing a catalogue says its head
    translated = TEXTS.get().gettext(message)
    return translated.format(**_written(values)) if values else translated


def say_many(count: int, one: str, more: str, **values: Any) -> str:
    """Return a sentence that counts something, `{n}` of it."""
    return TEXTS.get().ngettext(one, more, count).format(n=count, **_written(values))


def say_all(parts: Sequence[str]) -> str:
    """Return parts as one: one, two and three."""
    *most, last = parts
    return say("{most} and {last}", most=", ".join(most), last=last) if most else last


def _written(values: Mapping[str, Any]) -> dict[str, Any]:
    day = DAYS.get()
    return {name: day(value) if type(value) is date else value for name, value in values.items()}
