"""The things that a command names: each must be here before anything is decided."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import Struct, inspect

from pilots.commands.base import Command
from pilots.history import History
from pilots.unit_of_work import not_here

Way = tuple[str, ...]


def must_be_here(past: History, command: Command) -> None:
    """Raise Unknown, with the field, where a command names a thing that is not here."""
    named = named_in(command)
    known = past.known(named) if named else set()
    for stream, (field, kind) in named.items():
        if stream not in known:
            raise not_here(kind, stream, field.rstrip("_"))


def named_in(command: Command) -> dict[str, tuple[str, str]]:
    """Return the id of each thing a command names, with its field and its kind."""
    found: dict[str, tuple[str, str]] = {}
    for way, kind in ways(type(command)):
        found |= dict.fromkeys(_at(command, way), (way[0], kind))
    return {each: names for each, names in found.items() if each != command.subject}


@cache
def ways(kind: type[Struct]) -> tuple[tuple[Way, str], ...]:
    """Return where in a struct things are named, by attribute, and of which kind each is."""
    info = inspect.type_info(kind)
    fields = info.fields if isinstance(info, inspect.StructType) else ()
    return tuple(found for each in fields for found in _ways(each.type, (each.name,)))


def _ways(annotation: inspect.Type, way: Way) -> Iterator[tuple[Way, str]]:
    match annotation:
        case inspect.Metadata(extra_json_schema={"x-names": kind}):
            yield way, kind
        case inspect.Metadata(type=inner) | inspect.VarTupleType(item_type=inner):
            yield from _ways(inner, way)
        case inspect.UnionType(types=types):
            for each in types:
                yield from _ways(each, way)
        case inspect.StructType(fields=fields):
            for part in fields:
                yield from _ways(part.type, (*way, part.name))
        case _:
            pass


def _at(value: Any, way: Way) -> Iterator[str]:
    for step in way:
        value = getattr(value, step, None)
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from value
