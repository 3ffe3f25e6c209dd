"""Which fields of a fact are prose: free text and personal data, which alone can be erased."""

from functools import cache
from typing import Any

from msgspec import Struct, inspect

Path = tuple[str, ...]


@cache
def prose_paths(kind: type[Struct]) -> tuple[Path, ...]:
    """Return the path of each prose field of a struct, by its stored names."""
    annotation = inspect.type_info(kind)
    if not isinstance(annotation, inspect.StructType):
        return ()
    return tuple(
        path for field in annotation.fields for path in _paths(field.type, (field.encode_name,))
    )


def prose_in(data: dict[str, Any], paths: tuple[Path, ...]) -> dict[str, Any]:
    """Return only the prose of a fact's data, nested as it was; empty where it has none."""
    found: dict[str, Any] = {}
    for *way, last in paths:
        part: Any = data
        for step in way:
            part = part.get(step) or {}
        if part.get(last) is not None:
            into = found
            for step in way:
                into = into.setdefault(step, {})
            into[last] = part[last]
    return found


def _paths(annotation: inspect.Type, above: Path) -> list[Path]:
    match annotation:
        case inspect.Metadata(extra_json_schema={"x-prose": True}):
            return [above]
        case inspect.Metadata(type=inner):
            return _paths(inner, above)
        case inspect.UnionType(types=types):
            return [path for each in types for path in _paths(each, above)]
        case inspect.StructType(fields=fields):
            return [
                path for each in fields for path in _paths(each.type, (*above, each.encode_name))
            ]
        case _:
            return []
