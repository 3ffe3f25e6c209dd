"""Whatever is refused is refused in German too: every field of every command, every thing."""

from collections.abc import Iterator
from typing import Any

import pytest

from domain.kernel.errors import Refused
from domain.kernel.messages import say, say_many
from pilots.commands import COMMANDS
from pilots.commands.base import Command, declared
from pilots.commands.parsing import read_command
from tests.support.pages.german import english_in

BAD: tuple[Any, ...] = (
    "",
    "\x00",
    "x" * 20_000,
    "§",
    "sometime",
    1.5,
    -1,
    True,
    [],
    {},
    None,
    10**12,
)


def refusals(command: type[Command]) -> Iterator[Refused]:
    """Yield how a command refuses what is missing, unknown or wrong in each of its fields."""
    names = [field.encode_name for field in declared(command)]
    for fields in ({}, {"colour": "red"}, *({name: bad} for name in names for bad in BAD)):
        try:
            read_command(command, fields)
        except Refused as refused:
            yield refused


@pytest.mark.parametrize("command", COMMANDS.values(), ids=list(COMMANDS))
def test_a_command_refuses_fields_in_german(command: type[Command]) -> None:
    english = {
        str(each): found for each in refusals(command) if (found := english_in(each.message))
    }

    assert english == {}


def test_what_is_english_is_found() -> None:
    nobody = say("Nobody is called “{person}”. Use the id in the address of their page.")

    assert english_in(nobody.of(person="Close the pilot")) == []
    assert english_in(say("Nobody has ever translated this.")) == ["ever", "has", "nobody", "this"]
    assert english_in(say("“{title}” is {stage} already.", title="A", stage="proposed")) == [
        "proposed"
    ]
    assert english_in(say("{field}: {wrong}", field="ends_on", wrong=say("text is needed."))) == [
        "ends_on"
    ]
    assert english_in(say_many(2, "{n} more person", "{n} more people")) == []
