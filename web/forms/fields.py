"""The fields of a command as a form shows them, from the same types that check what comes in."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal, get_args, get_origin

from msgspec import Struct, field, inspect

from domain.kernel.messages import Text, say
from pilots.commands.base import Command, declared
from pilots.commands.parsing import help_of, title_of

LONG = 1000  # characters from which on a text gets several lines
TYPED_BY_US = ("precision", "zone")
Choices = Sequence[tuple[str, Text]]
YES_NO = [("true", say("Yes")), ("false", say("No"))]


class Field(Struct, kw_only=True):
    """One field of a form: its name, its kind, and what stands in it already."""

    name: str
    label: Text
    help: Text = ""
    kind: str = "text"
    required: bool = False
    value: str = ""
    values: list[str] = field(default_factory=list)
    """What is chosen, where several can be."""
    error: Text = ""
    choices: Choices = field(default_factory=list)
    several: bool = False
    """Whether more than one can be chosen."""
    suggestions: list[str] = field(default_factory=list)
    longest: int | None = None


def fields_of(
    kind: type[Command],
    values: Mapping[str, Any],
    choices: Mapping[str, Choices],
    given: frozenset[str] = frozenset(),
    suggestions: Mapping[str, list[str]] = MappingProxyType({}),
) -> list[Field]:
    """Return the fields that a person fills in; `given` ones are said by the address."""
    infos = {each.encode_name: each for each in inspect.type_info(kind).fields}  # type: ignore[attr-defined]  # a struct has fields
    shown = []
    for each in declared(kind):
        name = each.encode_name
        if name in given or name in TYPED_BY_US or not (title_of(each.type) or name == "changes"):
            continue
        made = _field(name, infos[name].type, infos[name].required)
        if made.kind == "choice" and not _is_yes_or_no(made):
            made.choices = _in_their_order(each.type, made.choices)
        if made.kind in ("choice", "number") and isinstance(each.default, (str, int)):
            kept = str(each.default)  # what is kept where nobody chooses is what is shown
            made.value = kept.lower() if isinstance(each.default, bool) else kept
        made.label = say(title_of(each.type) or name.replace("_", " ").capitalize())
        made.help = say(help_of(each.type))
        shown += list(_parts(made, infos[name].type)) or [made]
    for one in shown:
        label = values.get(one.name)
        one.values = [str(each) for each in label] if isinstance(label, list) else []
        if label is not None:
            one.value = "" if one.values else str(label)
        one.suggestions = suggestions.get(one.name, [])
        if one.name in choices:
            one.kind, one.choices = "choice", _with_none(one, choices[one.name])
    when = [one for one in shown if one.name == "occurred_at"]
    return [one for one in shown if one.name != "occurred_at"] + when


def _is_yes_or_no(one: Field) -> bool:
    return "true" in dict(one.choices)


def _with_none(one: Field, choices: Choices) -> Choices:
    has_none = one.several or any(not value for value, _ in choices)
    return choices if has_none else [("", "–"), *choices]


def _field(name: str, annotation: inspect.Type, required: bool) -> Field:  # noqa: FBT001  # told by position
    match _bare(annotation):
        case inspect.LiteralType(values=values):
            optional = not required and _takes_none(annotation)
            empty: Choices = [("", "–")] if optional or required else []
            choices: Choices = [*empty, *((str(value), say(str(value))) for value in values)]
            return Field(name=name, label=name, kind="choice", required=required, choices=choices)
        case inspect.BoolType():
            choices = [("", "–"), *YES_NO] if required else YES_NO
            return Field(name=name, label=name, kind="choice", required=required, choices=choices)
        case inspect.VarTupleType():
            return Field(name=name, label=name, required=required, several=True)
        case inspect.IntType():
            return Field(name=name, label=name, kind="number", required=required)
        case inspect.DateType():
            return Field(name=name, label=name, kind="date", required=required)
        case inspect.DateTimeType():
            return Field(name=name, label=name, kind="moment", required=required)
        case inspect.StrType(max_length=longest):
            kind = "long" if (longest or 0) > LONG else "text"
            return Field(name=name, label=name, kind=kind, required=required, longest=longest)
        case _:
            return Field(name=name, label=name, required=required)


def _takes_none(annotation: inspect.Type) -> bool:
    while isinstance(annotation, inspect.Metadata):
        annotation = annotation.type
    return isinstance(annotation, inspect.UnionType) and any(
        isinstance(each, inspect.NoneType) for each in annotation.types
    )


def _parts(whole: Field, annotation: inspect.Type) -> Iterator[Field]:
    bare = _bare(annotation)
    if isinstance(bare, inspect.StructType):
        for each in bare.fields:
            part = _field(f"{whole.name}.{each.encode_name}", each.type, required=False)
            name = each.encode_name.replace("_", " ")
            is_own = whole.name == "changes"
            label = say("{whole}: {part}", whole=whole.label, part=say(name))
            part.label = say(name.capitalize()) if is_own else label
            yield part


def _in_their_order(annotated: Any, choices: Choices) -> Choices:
    """Return choices in the order in which they are declared, which inspection forgets."""
    declared = _literals(annotated)
    return sorted(choices, key=lambda each: declared.index(each[0]) if each[0] else -1)


def _literals(annotated: Any) -> list[str]:
    if get_origin(annotated) is Literal:
        return [str(value) for value in get_args(annotated)]
    return [value for part in get_args(annotated) for value in _literals(part)]


def _bare(annotation: inspect.Type) -> inspect.Type:
    while isinstance(annotation, inspect.Metadata):
        annotation = annotation.type
    if isinstance(annotation, inspect.UnionType):
        return _bare(
            next(each for each in annotation.types if not isinstance(each, inspect.NoneType))
        )
    return annotation
