"""Makes up what somebody might fill in for a command, from the kinds of value its fields take."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct, inspect

from pilots.commands.base import Command
from pilots.commands.references import Way

World = Mapping[str, str]
WORDS = (
    "It went well.",
    "1.5",
    "vague",
    "S001-one-question",
    "0192f0c1-7a2b-7c3d-8e4f-0123456789ab",
)

PLAIN = {
    inspect.BoolType: True,
    inspect.DateType: "2026-05-01",
    inspect.DateTimeType: "2026-03-02T09:00:00Z",
}


def told_of(kind: type[Struct]) -> tuple[inspect.Field, ...]:
    """Return the fields of a command, or of a part of one."""
    told = inspect.type_info(kind)
    assert isinstance(told, inspect.StructType)
    return told.fields


def plausible(kind: type[Command], world: World) -> dict[str, Any]:
    """Return good values for all that a command needs, in the shape in which they come in."""
    return {each.encode_name: value_of(each.type, world) for each in told_of(kind) if each.required}


def said_at(kind: type[Command], way: Way, world: World) -> dict[str, Any]:
    """Return a good value at one place in a command."""
    (here,) = (each for each in told_of(kind) if each.name == way[0])
    if len(way) == 1:
        return {here.encode_name: value_of(here.type, world)}
    assert isinstance(here.type, inspect.StructType)
    (part,) = (each for each in told_of(here.type.cls) if each.name == way[1])
    return {here.encode_name: {part.encode_name: value_of(part.type, world)}}


def value_of(told: inspect.Type, world: World) -> Any:
    """Return a good value of a kind; ids are those of a world, by the kind of thing they name."""
    match told:
        case inspect.Metadata(extra_json_schema={"x-names": named}):
            return world[named]
        case inspect.Metadata(type=inner):
            return value_of(inner, world)
        case inspect.UnionType(types=types):
            return value_of(types[0], world)
        case inspect.LiteralType(values=values):
            return values[0]
        case inspect.IntType(ge=int() as least):
            return least
        case inspect.BoolType() | inspect.DateType() | inspect.DateTimeType():
            return PLAIN[type(told)]
        case inspect.VarTupleType(item_type=inner):
            return [value_of(inner, world)]
        case inspect.StructType():  # of changes, one is enough
            return {"text": WORDS[0]}
        case inspect.StrType(pattern=pattern):
            return next(each for each in WORDS if re.search(pattern or "", each))
        case _:
            raise AssertionError(told)


def kinds_of_ids(told: inspect.Type) -> Iterator[str]:
    """Yield a pattern for each id that a field may hold, recognised by what it lets pass."""
    match told:
        case inspect.Metadata(type=inner) | inspect.VarTupleType(item_type=inner):
            yield from kinds_of_ids(inner)
        case inspect.UnionType(types=types):
            for each in types:
                yield from kinds_of_ids(each)
        case inspect.StructType(fields=fields):
            for part in fields:
                yield from kinds_of_ids(part.type)
        case inspect.StrType(pattern=str() as pattern):
            shown = re.search(r"[a-z]+(?=-\[0-9a-z-\])", pattern)
            if shown:
                yield shown[0]
            elif re.search(pattern, "thing-1") and not re.search(pattern, "thing"):
                yield "thing"
        case _:
            pass
