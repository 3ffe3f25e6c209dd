"""Sentences of ours as data: what is said, with which values; read out to each in their language.

A message is made where something is known and read out where a reader is: only then are its words
looked up, and its numbers and days written, in the language of that reader.
"""

from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from datetime import date
from enum import Enum
from typing import TypeAlias


class Message:
    """A sentence of ours: a template with named placeholders, and the values they stand for.

    `more` is the template for where `n`, one of the values, is not one. As text a message is what
    its reader reads: `str(message)`. It is no struct, lest an encoder take it apart.
    """

    __slots__ = ("more", "template", "values")

    def __init__(
        self, template: str, values: tuple[tuple[str, "Value"], ...] = (), more: str = ""
    ) -> None:
        for name, value in values:
            if isinstance(value, Enum):
                message = f"{name} is {value!r}: say it by a message of its own"
                raise TypeError(message)
        self.template, self.values, self.more = template, values, more

    def of(self, **values: "Value") -> "Message":
        """Return the message with what its placeholders stand for."""
        return Message(self.template, (*self.values, *values.items()), self.more)

    def __bool__(self) -> bool:
        return bool(self.template)

    def __str__(self) -> str:
        return READ_OUT.get()(self)

    def __repr__(self) -> str:
        return f"Message({self.template!r}, {self.values!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(self._parts())

    def _parts(self) -> tuple[object, ...]:
        return self.template, self.values, self.more


Value: TypeAlias = str | int | float | date | Message
"""What may stand in a sentence: what somebody typed, a number, a day, another message of ours."""

Text: TypeAlias = str | Message
"""What people read: what somebody wrote, or a message of ours."""


def say(template: str, **values: Value) -> Message:
    """Return a message; each `{name}` in the template stands for a value."""
    return Message(template, tuple(values.items()))


def say_many(n: int, one: str, more: str, **values: Value) -> Message:
    """Return a message that counts something, `{n}` of it."""
    return Message(one, (("n", n), *values.items()), more)


def say_all(parts: Sequence[Value]) -> Value:
    """Return parts as one: one, two and three."""
    *most, last = parts
    return say("{most} and {last}", most=say_list(most), last=last) if most else last


def say_list(parts: Sequence[Value]) -> Value:
    """Return parts as one, with commas; empty where there is none."""
    whole, *rest = parts or [""]
    for part in rest:
        whole = Message("{most}, {last}", (("most", whole), ("last", part)))
    return whole


def say_in_a_row(sentences: Sequence[Message]) -> Message:
    """Return whole sentences as one message, one after the other; at least one is needed."""
    whole, *rest = sentences
    for each in rest:
        whole = Message("{first} {then}", (("first", whole), ("then", each)))
    return whole


def in_english(message: Message) -> str:
    """Return a message as it was written, for who chose no language."""
    values = dict(message.values)
    is_one = not message.more or values["n"] == 1
    return put_into(message.template if is_one else message.more, values)


def put_into(template: str, values: Mapping[str, object]) -> str:
    """Return a template with its values; without any it is as it stands, braces and all."""
    return template.format(**values) if values else template


READ_OUT: ContextVar[Callable[[Message], str]] = ContextVar("read_out", default=in_english)
"""How a message is read out just now; the edge sets it, for each reader."""
