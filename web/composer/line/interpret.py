"""Fills the fields of the composer from its line, and leaves alone what somebody chose by hand."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from msgspec import Struct, structs
from sqlalchemy import Connection

from domain.kernel.access import Asker
from domain.kernel.errors import Invalid
from domain.kernel.messages import Message, say
from domain.kernel.moments import zone_called
from domain.kernel.text import clean
from domain.wording import LISTS
from domain.wording.reading import ReadText
from projections.engine.as_of import NOW
from projections.records.lookups import media_of, members_of, names_of
from web.composer.line.kind import Kind, kind_in
from web.composer.line.parser import ParsedLine, ReadMark, read_line
from web.composer.line.people import Whom, new_among, whom, written_out
from web.i18n.dates import with_days

ABOUT_A_TOOL = ("tools", "brands")
LONGEST_NAME = 200
ENTRY = "entry"  # chosen where a first word was not meant so


class Understood(Struct, frozen=True):
    """The fields as the form shows them, and what to say beside them."""

    fields: dict[str, Any]
    kind: Kind | None
    """What the first word says it is, unless somebody said that it is an entry like any other."""
    rest: str
    """The line without the words that say what it is."""
    marks: tuple[ReadMark, ...]
    """What was read in the line and holds; what somebody chose by hand instead is left out."""
    new: tuple[str, ...]
    """Names that nobody bears yet."""
    doubt: Message | None
    """Why it cannot be kept so, where a name may mean several people."""


class Here(Struct, frozen=True):
    """What a line is read with: the pilot's people and media, who asks, and their local time."""

    members: list[str]
    named: list[str]
    """The names to be found in the line: the members', and others written out."""
    media: list[str]
    asker: Asker
    now: datetime


def understand(db: Connection, given: Mapping[str, Any], asker: Asker, now: datetime) -> Understood:
    """Return the fields of a form with what its line says.

    `read` is the line from which the fields were filled before: a field that still says what
    that line said follows what the line says now; any other was chosen by hand and stays.
    """
    text = str(given.get("text", ""))
    given = with_days(given, now.astimezone(zone_called(asker.zone)), moments=["occurred_at"])
    around = _here(db, given, asker, moment_typed(given, now))
    line, meant = _read(db, around, text)
    earlier, meant_then = _read(db, around, str(given.get("read", "")))
    learned, learned_then = str(given.get("learned", "")), str(given.get("read_learned", ""))
    fields = _fields(line, meant) | {"loop": about_what(learned)}
    before = _fields(earlier, meant_then) | {"loop": about_what(learned_then)}
    filled = dict(given) | {
        name: value
        for name, value in fields.items()
        if name not in given or str(given[name]).strip() == before[name]
    }
    filled |= {"read": text, "read_learned": learned}
    names = [name for part in str(filled["with"]).split(",") if (name := _name(part))]
    doubtful = [each for each in meant if each.several and each.name in names]
    is_entry = given.get("as") == ENTRY
    kind = None if is_entry else kind_in(text)
    return Understood(
        filled,
        kind.kind if kind else None,
        text[kind.rest_at :] if kind else text,
        tuple(_holding(line.marks, filled, {each.said: each for each in meant})),
        tuple(new_among(db, [n for n in names if n not in {each.name for each in doubtful}])),
        _doubt(doubtful[0]) if doubtful else None,
    )


def _holding(
    marks: Iterable[ReadMark], filled: Mapping[str, Any], meant: Mapping[str, Whom]
) -> Iterator[ReadMark]:
    """Give the marks whose field still says what was read."""
    for mark in marks:
        if mark.field != "with":
            if mark.value == filled[mark.field]:
                yield mark
        elif (who := meant.get(mark.value)) and who.name in str(filled["with"]).split(", "):
            yield structs.replace(mark, is_sure=not who.several and not who.is_new)


def moment_typed(given: Mapping[str, Any], now: datetime) -> datetime:
    """Return when the form was sent by its own clock, where it had to wait for the network."""
    try:
        own = datetime.fromisoformat(str(given.get("said_at", "")))
    except ValueError:
        return now
    return min(own, now) if own.tzinfo else now


def _here(db: Connection, given: Mapping[str, Any], asker: Asker, now: datetime) -> Here:
    pilot = str(given.get("pilot", ""))
    members = [row["person"] for row in members_of(db, NOW, pilot, limit=50)]
    names = names_of(db, [each for each in members if each != asker.person], NOW).values()
    typed = (str(given.get("text", "")), str(given.get("read", "")))
    elsewhere = (name for text in typed for name in written_out(db, text))
    media = [row["medium"] for row in media_of(db, NOW, pilot)]
    local = now.astimezone(zone_called(asker.zone)).replace(tzinfo=None)
    return Here(list(names), list(dict.fromkeys([*names, *elsewhere])), media, asker, local)


def _read(db: Connection, around: Here, typed: str) -> tuple[ParsedLine, list[Whom]]:
    line = read_line(_readable(typed), around.now, around.media, around.named)
    ours = around.asker.name.casefold()
    names = [name for name in line.names if name.casefold() not in (ours, ours.split(" ")[0])]
    return line, [whom(db, name, around.members) for name in names]


def _fields(line: ParsedLine, meant: list[Whom]) -> dict[str, str]:
    return {
        "with": ", ".join(dict.fromkeys(each.name for each in meant)),
        "medium": line.medium,
        "minutes": line.minutes,
        "occurred_at": line.when,
        "mode": line.mode,
    }


def about_what(learned: str) -> str:
    """Guess what a lesson is about: the tool where it names one, else collaborating."""
    reading = ReadText(learned, LISTS)
    return "tool" if any(reading.first(name) for name in ABOUT_A_TOOL) else "collaboration"


def _doubt(who: Whom) -> Message:
    names = ", ".join(who.several)
    return say(
        "“{name}” may be any of {names}. Write the whole name into “With”.",
        name=who.name,
        names=names,
    )


def _readable(text: str) -> str:
    try:
        return clean(text, field="text")
    except Invalid:
        return ""  # the command says what is wrong with it


def _name(part: str) -> str:
    return _readable(part).removeprefix("@").strip()[:LONGEST_NAME]
