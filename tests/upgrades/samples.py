"""Makes up the data of a fact from the types of its fields, the same on every run."""

import re
from typing import Any

from msgspec import NODEFAULT, Struct, inspect

from domain.kernel.aggregate import Fact

PROSE = {
    "name": "Ngā kaimahi o te whenua",
    "title": "Shared minutes — 共同纪要",
    "raw_request": "Could we have a chat tool, please?\nEverybody has one.",
    "reason": "The partners asked for it.",
    "profile": "Keeper of the minutes, d’Arcy & fils",
    "summary": "Nine of ten meetings had minutes within a day.",
    "helps_because": "Everyone is “there” already 🙂.",
}
PATTERNS = {
    r"S00[0-9]-": "S001-one-question",
    r"[0-9a-z][0-9a-z-]": "minutes-within-a-day",
    r"https?": "https://example.org/minutes?day=2#end",
    r"[0-9a-f]{64}": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    r"[0-9a-f]{8}": "019c0000-0000-7000-8000-00000000cafe",
    r"-?": "-12.5",
    r"[A-Z]{3}": "NZD",
    r"((employees": "customers/satisfaction",
    r"[a-z]+-": "evidence-0197aa",
    r"[A-Za-z0-9_+:/-]": "Pacific/Auckland",
}
AN_ID = re.compile(r"\(?(?P<kind>[a-z]+)-\[0-9a-z-\]")


class Taste(Struct, frozen=True):
    """How an example is made up: which choice is made, and what is left out or emptied."""

    choice: int = 0
    sparing: bool = False
    emptied: bool = False


TASTES = (Taste(sparing=True), *map(Taste, range(12)), Taste(emptied=True))


def samples_of(fact: type[Fact]) -> list[dict[str, Any]]:
    """Return examples of a fact's data, with each choice made once, from the least to the most."""
    made = [_fields(inspect.type_info(fact), taste) for taste in TASTES]
    return [each for place, each in enumerate(made) if each not in made[:place]]


def _fields(told: Any, taste: Taste) -> dict[str, Any]:
    return {
        field.encode_name: _field(field, taste)
        for field in told.fields
        if field.required or not taste.sparing
    }


def _field(field: inspect.Field, taste: Taste) -> Any:
    may_be_emptied = not field.required and field.default is NODEFAULT
    if taste.emptied and may_be_emptied and _or_none(field.type):
        return None
    return _value(field.type, field.encode_name, taste)


def _or_none(told: inspect.Type) -> bool:
    nothing = inspect.NoneType()
    return isinstance(told, inspect.UnionType) and nothing in told.types


def _value(told: inspect.Type, name: str, taste: Taste) -> Any:
    match told:
        case inspect.Metadata(extra_json_schema={"x-prose": True}):
            return PROSE.get(name, f"What was said as {name}: ça, ō, 合作.")
        case inspect.Metadata(type=inner):
            return _value(inner, name, taste)
        case inspect.UnionType(types=types):
            (inner,) = (each for each in types if not isinstance(each, inspect.NoneType))
            return _value(inner, name, taste)
        case inspect.VarTupleType(item_type=item):
            return [_value(item, name, taste)]
        case inspect.TupleType(item_types=items):
            return [_value(item, name, taste) for item in items]
        case inspect.StructType():
            return _fields(told, Taste(taste.choice, emptied=taste.emptied))
        case _:
            return _single(told, name, taste)


def _single(told: inspect.Type, name: str, taste: Taste) -> Any:
    match told:
        case inspect.LiteralType(values=values):
            return values[taste.choice % len(values)]
        case inspect.StrType(pattern=pattern):
            return _text(pattern or "", name)
        case inspect.IntType(ge=least, le=most):
            return least or 0 if taste.sparing else most or 3
        case inspect.BoolType():
            return taste.sparing
        case inspect.DateType():
            return "2026-09-30"
        case inspect.DateTimeType():
            return "2026-03-02T09:00:00Z" if taste.sparing else "2026-03-02T09:00:00.000001Z"
    message = f"nobody said how to make up {told}"
    raise TypeError(message)


def _text(whole: str, name: str) -> str:
    pattern = whole.removeprefix("^(?:")
    if of_kind := AN_ID.match(pattern):
        kind = of_kind["kind"]
        return f"{kind}-{'0197aa' if name == kind else name.replace('_', '-')}"
    for begins, example in PATTERNS.items():
        if pattern.startswith(begins):
            return example
    if pattern:
        message = f"nobody said what is written as {pattern}"
        raise TypeError(message)
    return f"some {name.replace('_', ' ')}"
