"""Which fields of a fact are prose: free text and personal data, which alone can be erased."""

from functools import cache
from typing import Any

from msgspec import Struct, inspect

Path = tuple[str, ...]


@cache
def prose_paths(kind: type[Struct]) -> tuple[Path, ...]:
    """Return the path of each prose field of a struct, by its stored names."""
    told = inspect.type_info(kind)
    if not isinstance(told, inspect.StructType):
        return ()
    return tuple(path for field in told.fields for path in _paths(field.type, (field.encode_name,)))


def prose_in(data: dict[str, Any], paths: tuple[Path, ...]) -> dict[str, Any]:
    """Return only the prose of a fact's data, nested as it was; empty where it has none."""
    found: dict[str, Any] = {}
    for *way, last in paths:
        here: Any = data
        for step in way:
            here = here.get(step) or {}
        if here.get(last) is not None:
            into = found
            for step in way:
                into = into.setdefault(step, {})
            into[last] = here[last]
    return found


def _paths(told: inspect.Type, here: Path) -> list[Path]:
    match told:
        case inspect.Metadata(extra_json_schema={"x-prose": True}):
            return [here]
        case inspect.Metadata(type=inner):
            return _paths(inner, here)
        case inspect.UnionType(types=types):
            return [path for each in types for path in _paths(each, here)]
        case inspect.StructType(fields=fields):
            return [
                path for each in fields for path in _paths(each.type, (*here, each.encode_name))
            ]
        case _:
            return []
