"""Reads a story file: one step a line in columns, with further fields indented below it."""

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct, field
from msgspec.structs import fields

from pilots.commands import COMMANDS
from web.sample.recurring import Deck, Recurring
from web.sample.step import StoryStep, began

HEAD = re.compile(r"(?P<day>\d+) (?P<time>\d\d:\d\d)(?: \((?P<on>\d+ \d\d:\d\d)\))?")
DIRECTIONS = ("broadcast", "to-host", "to-peer", "self")
ASKED = ("knew_whom", "was_heard", "was_useful", "energy")
PAUSES = (0, 2, 9, 11, 16, 27)  # minutes after which each of six people answers


class StoryLine(Struct):
    """A line at the margin, with the fields indented below it."""

    head: str
    below: list[tuple[str, str]] = field(default_factory=list)


def read_story(text: str, deck: Deck) -> Iterator[StoryStep]:
    """Return the steps of one file; `pilot: …` and `experiment: …` hold for the lines below.

    A line is `when | who | what | text`. `142 22:10` is the 142nd working day back at ten past
    ten, and `141 06:05 (142 22:10)` was written down the morning after.
    """
    context: dict[str, str] = {}
    for line in _lines(text):
        key, _, value = line.head.partition(":")
        if line.head.startswith("words "):
            deck.add(line.head.removeprefix("words "), [phrase for _, phrase in line.below])
        elif " | " not in line.head:
            context = {each: named for each, named in context.items() if each != key}
            context |= {key: f"@{value.strip()}"} if value else {}
        else:
            yield from _steps(line, context, deck)


def _lines(text: str) -> Iterator[StoryLine]:
    line = StoryLine("")
    for each in filter(str.strip, text.splitlines()):
        if not each.startswith((" ", "#")):
            if line.head:
                yield line
            line = StoryLine(each)
        elif each.startswith("        "):  # goes on with what stands above
            key, value = line.below[-1]
            line.below[-1] = (key, f"{value} {each.strip()}")
        elif each.startswith("    - "):
            line.below.append(("", each[6:]))
        elif not each.startswith("#"):
            line.below.append(_pair(each.strip()))
    yield line


def _steps(line: StoryLine, context: dict[str, str], deck: Deck) -> Iterator[StoryStep]:
    when, who, what, *rest = line.head.split(" | ", 3)
    text, more = rest[0] if rest else "", dict(line.below)
    what, _, makes = what.partition(" = ")
    if "every" in when:
        yield from Recurring(when, who, _entry(what, text, context), more).steps(deck)
        return
    if not (found := HEAD.fullmatch(when)):
        raise ValueError(line.head)
    day, time = int(found["day"]), found["time"]
    more |= {"occurred_at": f"{{{found['on']}}}"} if found["on"] else {}
    first, *others = who.split(", ")
    if what == "pulse":
        yield from _pulse(day, time, [first, *others], text, context)
    elif what in COMMANDS:
        known = {each.encode_name for each in fields(COMMANDS[what])}
        named = {key: value for key, value in context.items() if key in known}
        named |= dict(_pair(each) for each in text.split("; ") if each)
        yield StoryStep(day, time, first, what, named | more, makes)
    else:
        entry = _entry(what, text, context) | {"with": [f"@{person}" for person in others]}
        entry |= began(day, time, entry.get("minutes", "0")) | more
        yield StoryStep(day, time, first, "log-participation", entry, makes)


def _pulse(
    day: int, time: str, people: list[str], text: str, context: dict[str, str]
) -> Iterator[StoryStep]:
    for person, answers_given, pause in zip(people, text.split(", "), PAUSES, strict=True):
        at = f"{time[:3]}{int(time[3:]) + pause:02}"
        answers = dict(zip(ASKED, answers_given.split(), strict=True))
        yield StoryStep(day, at, person, "note-pulse", {"pilot": context["pilot"]} | answers)


def _entry(what: str, text: str, context: dict[str, str]) -> dict[str, Any]:
    """Return the fields of an entry: `what` is its mode, then minutes, direction and medium."""
    mode, _, hints = what.partition(" ")
    fields: dict[str, Any] = context | {"mode": mode, "text": text}
    for hint in filter(None, hints.split(", ")):
        if hint.endswith(" min"):
            fields["minutes"] = hint.removesuffix(" min")
        else:
            fields["direction" if hint in DIRECTIONS else "medium"] = hint
    return fields


def _pair(text: str) -> tuple[str, str]:
    key, _, value = text.partition(": ")
    return key, value
