"""Finds what is still English in a message that is read out in German."""

import re
from functools import cache
from typing import Literal, get_args, get_origin

from babel.messages.pofile import read_po

from domain.experiment import Trial
from domain.kernel import fields
from domain.kernel.errors import Refused
from domain.kernel.messages import Message, Value
from domain.pilot import Stage
from pilots.commands import COMMANDS
from pilots.commands.base import declared
from web.http.refusal import Unanswerable
from web.i18n.current import speaking
from web.i18n.languages import CATALOGUES, language_called

GERMAN = language_called("de")
REFUSED: set[Message] = set()
"""How something was refused since somebody looked; see `listen`."""

PLACE = re.compile(r"%\(\w+\)s|\{\w+\}|`[^`]*`")  # values, and what stands there as it is typed
WORD = re.compile(r"[^\W\d_]{2,}")
AS_IT_IS = {  # words of ours that are one in both languages, or names of things to type
    "comment", "timestamp", "topic", "vote", "csv", "json", "utf", "nul",
}  # fmt: skip  # a list


def english_in(message: Message) -> list[str]:
    """Return English words, words of our lists and names of fields in what a German reads."""
    with speaking(GERMAN):
        read_out = str(_bare(message))
    words = {word.lower() for word in WORD.findall(PLACE.sub("", read_out))}
    raw = {value for value in _unquoted(message) if value in _raw_words()}
    return sorted((words & _only_english()) - AS_IT_IS | raw)


def listen() -> None:
    """Keep how anything is refused from now on, so that it can be looked at."""
    begin = Refused.__init__

    def keep(self: Refused, message: Message, *, field: str = "") -> None:
        begin(self, message, field=field)
        REFUSED.add(message)

    answer = Unanswerable.__init__

    def keep_too(self: Unanswerable, status: int, message: Message) -> None:
        answer(self, status, message)
        REFUSED.add(message)

    Refused.__init__ = keep  # type: ignore[method-assign]  # of tests only
    Unanswerable.__init__ = keep_too  # type: ignore[method-assign]  # of tests only


def _bare(value: Message) -> Message:
    """Return a message without what somebody typed."""
    values = tuple((name, _without_letters(each)) for name, each in value.values)
    return Message(value.template, values, value.more)


def _without_letters(value: Value) -> Value:
    return "…" if isinstance(value, str) else _bare(value) if isinstance(value, Message) else value


def _unquoted(message: Message) -> list[str]:
    """Return the values that are not shown as what somebody typed, in quotes."""
    found = []
    for name, value in message.values:
        if isinstance(value, Message):
            found += _unquoted(value)
        elif isinstance(value, str) and not re.search(f"[“`]{{{name}}}[”`]", message.template):
            found.append(value)
    return found


@cache
def _only_english() -> frozenset[str]:
    """Return the words that English sentences of ours have and German ones do not."""
    with (CATALOGUES / "de.po").open("rb") as file:
        entries = [each for each in read_po(file, locale="de") if each.id]
    english, german = (
        {
            word.lower()
            for each in entries
            for text in _texts(each.id if said == "id" else each.string)
            for word in WORD.findall(PLACE.sub("", text))
        }
        for said in ("id", "string")
    )
    return frozenset(english - german)


def _texts(text: object) -> tuple[str, ...]:
    return tuple(map(str, text)) if isinstance(text, list | tuple) else (str(text),)


@cache
def _raw_words() -> frozenset[str]:
    """Return the words of our lists, and the names of fields that nobody would type."""
    lists = [kind for kind in vars(fields).values() if get_origin(kind) is Literal]
    words = {str(word) for kind in lists for word in get_args(kind)}
    words |= {each.value for kind in (Stage, Trial) for each in kind}
    names = {field.encode_name for command in COMMANDS.values() for field in declared(command)}
    words |= {name for name in names if "_" in name}
    return frozenset(word for word in words if word.islower())
