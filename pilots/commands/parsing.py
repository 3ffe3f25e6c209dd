"""Where wishes come in: raw fields become a command, or one clear sentence says why not."""

import re
from collections.abc import Mapping
from typing import Any

from msgspec import ValidationError, convert

from domain.kernel.errors import Invalid, Missing
from domain.kernel.messages import Message, Text, say
from domain.kernel.text import clean_all
from pilots.commands.base import Command, declared

WHERE = re.compile(r" - at `\$\.?(?P<field>[^`]*)`$")
MALFORMED = say("this is not written as it should be.")
WRONG: tuple[
    tuple[str, type[Invalid | Missing], Message], ...
] = (  # what a schema found wrong, and what is said of it
    (r"missing required field `(?P<field>[^`]+)`", Missing, say("this is needed.")),
    (r"unknown field `(?P<field>[^`]*)`", Invalid, say("there is no such field.")),
    (r"of length >= 1\b", Missing, say("this is needed.")),
    (r"`str` of length <= (?P<most>\d+)", Invalid, say("write at most {most} characters.")),
    (r"`array` of length <= (?P<most>\d+)", Invalid, say("name at most {most}.")),
    (
        r"(?:int|float)` >= (?P<least>-?\d+)",
        Invalid,
        say("a number of at least {least} is needed."),
    ),
    (r"(?:int|float)` <= (?P<most>-?\d+)", Invalid, say("a number of at most {most} is needed.")),
    (
        r"enum value ['\"]?(?P<value>.{0,40}?)['\"]?(?: - at |$)",
        Invalid,
        say("“{value}” is not one of the choices."),
    ),
    (r"Invalid enum value", Invalid, say("this is not one of the choices.")),
    (
        r"RFC3339 encoded datetime|`datetime\b",
        Invalid,
        say("write a time such as 2026-03-02T15:00:00Z."),
    ),
    (r"RFC3339 encoded date|`date\b", Invalid, say("write a day such as 2026-03-02.")),
    (r"matching regex", Invalid, MALFORMED),
    (r"Expected `bool", Invalid, say("yes or no is needed.")),
    (r"Expected `str", Invalid, say("text is needed.")),
    (r"Expected `array", Invalid, say("a list is needed.")),
    (r"Expected `object", Invalid, say("fields of its own are needed.")),
    (r"Expected `int", Invalid, say("a whole number is needed.")),
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


def label_of(kind: type[Command], field: str) -> Text:
    """Return what a form calls a field; one that is none of ours is called as it was typed."""
    in_words = field.replace("_", " ").capitalize()
    for each in declared(kind):
        if each.encode_name == field:
            return say(title_of(each.type) or in_words)
    return in_words or say("A field")


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
    refused: type[Invalid | Missing] = Invalid
    sentence = MALFORMED
    for pattern, kind_of_refusal, says in WRONG:
        if match := re.search(pattern, wrong):
            parts = match.groupdict()
            field = field or parts.pop("field", "")
            refused, sentence = kind_of_refusal, says.of(**parts)
            break
    top = re.split(r"[.\[]", field)[0]
    message = say("{field}: {wrong}", field=label_of(kind, top), wrong=sentence)
    return refused(message, field=top)
