"""Where wishes come in: raw fields become a command, or one clear sentence says why not."""

import re
from collections.abc import Mapping
from typing import Any

from msgspec import ValidationError, convert

from domain.kernel.errors import Invalid, Missing
from domain.kernel.messages import say
from domain.kernel.text import clean_all
from pilots.commands.base import Command, declared

WHERE = re.compile(r" - at `\$\.?(?P<field>[^`]*)`$")
CHOICE = r"enum value ['\"]?(?P<value>.{0,40}?)['\"]?(?: - at |$)"
SENTENCES = (
    (r"missing required field `(?P<field>[^`]+)`", "this is needed."),
    (r"unknown field `(?P<field>[^`]*)`", "there is no such field."),
    (r"of length >= 1\b", "this is needed."),
    (r"`str` of length <= (?P<most>\d+)", "write at most {most} characters."),
    (r"`array` of length <= (?P<most>\d+)", "name at most {most}."),
    (r"(?P<kind>int|float)` >= (?P<least>-?\d+)", "a number of at least {least} is needed."),
    (r"(?P<kind>int|float)` <= (?P<most>-?\d+)", "a number of at most {most} is needed."),
    (
        r"enum value ['\"]?(?P<value>.{0,40}?)['\"]?(?: - at |$)",
        "“{value}” is not one of the choices.",
    ),
    (r"Invalid enum value", "this is not one of the choices."),
    (r"RFC3339 encoded datetime|`datetime\b", "write a time such as 2026-03-02T15:00:00Z."),
    (r"RFC3339 encoded date|`date\b", "write a day such as 2026-03-02."),
    (r"matching regex", "this is not written as it should be."),
    (r"Expected `bool", "yes or no is needed."),
    (r"Expected `str", "text is needed."),
    (r"Expected `array", "a list is needed."),
    (r"Expected `object", "fields of its own are needed."),
    (r"Expected `int", "a whole number is needed."),
)


def read_command(kind: type[Command], fields: Mapping[str, Any]) -> Command:
    """Return a command made of raw fields; empty ones count as left out.

    Raises Invalid or Missing, naming the field, where they do not make one.
    """
    cleaned = {key: value for key, value in clean_all(dict(fields)).items() if value != ""}
    try:
        return convert(cleaned, kind, strict=False)
    except ValidationError as wrong:
        raise _refusal(kind, str(wrong)) from None


def label_of(kind: type[Command], field: str) -> str:
    """Return what a form calls a field."""
    for each in declared(kind):
        if each.encode_name == field and (title := title_of(each.type)):
            return say(title)
    return field.replace("_", " ").capitalize() or "A field"


def title_of(annotated: Any) -> str:
    """Return the title in an annotated type, empty where there is none."""
    return _annotation(annotated, "title")


def help_of(annotated: Any) -> str:
    """Return the help in an annotated type, empty where there is none."""
    return _annotation(annotated, "description") if title_of(annotated) else ""


def _annotation(annotated: Any, what: str) -> str:
    notes = reversed(getattr(annotated, "__metadata__", ()))
    return next((str(text) for note in notes if (text := getattr(note, what, None))), "")


def _refusal(kind: type[Command], wrong: str) -> Invalid | Missing:
    found = WHERE.search(wrong)
    field = found["field"] if found else ""
    for pattern, sentence in SENTENCES:
        if match := re.search(pattern, wrong):
            parts = match.groupdict()
            field = field or parts.get("field") or ""
            top = re.split(r"[.\[]", field)[0]
            refused = Missing if sentence == "this is needed." else Invalid
            return refused(f"{label_of(kind, top)}: {say(sentence, **parts)}", field=top)
    top = re.split(r"[.\[]", field)[0]
    return Invalid(f"{label_of(kind, top)}: {WHERE.sub('', wrong)}.", field=top)
