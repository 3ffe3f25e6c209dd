"""Turns what a browser sends into the fields of a command: names to people, local times to UTC."""

import re
from datetime import datetime, time
from typing import Any, get_origin

from sqlalchemy import Connection
from starlette.datastructures import FormData

from domain.kernel.access import Asker
from domain.kernel.errors import Invalid
from domain.kernel.messages import Message, say
from domain.kernel.moments import zone_called
from domain.kernel.text import clean
from pilots.commands.base import Command, declared
from pilots.commands.references import ways
from projections.engine.as_of import NOW
from projections.records.lookups import people_called
from web.forms.fields import fields_of
from web.i18n.dates import DIGITS, with_days

OURS = (  # fields of forms that are no fields of commands
    "command_id", "back", "seen", "precision", "zone", "read", "read_learned", "said_at", "who",
    "as", "caret", "settles", "settled_as",
)  # fmt: skip  # a list
PERSON = re.compile(r"person-[0-9a-z-]{1,60}")
COMMAND_ID = re.compile(r"[0-9A-Za-z_:-]{8,100}")
SEEN = re.compile(r"[0-9]{1,15}")
NO_LETTER = "\ufffd"  # what stands where bytes were no text


def typed(form: FormData, kind: type[Command]) -> dict[str, Any]:
    """Return what was typed, as it was typed; fields that take several values as lists."""
    lists = {field.encode_name for field in declared(kind) if _takes_several(field.type)}
    return {
        name: [str(each) for each in form.getlist(name) if each]
        if name in lists - {"with", "guests"}
        else _whole_letters(str(form[name]))
        for name in form
    }


def _whole_letters(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def command_id_of(given: dict[str, Any]) -> str:
    """Return the id that makes a form one wish, however often it is sent."""
    if not COMMAND_ID.fullmatch(given.get("command_id", "")):
        message = say(
            "The form has lost its id. Load the page again; what you typed can be copied."
        )
        raise Invalid(message)
    return str(given["command_id"])


def seen_in(given: dict[str, Any]) -> int | None:
    """Return the position up to which the history had been seen when the form was shown."""
    seen = str(given.get("seen", ""))
    return int(seen) if SEEN.fullmatch(seen) else None


def fields_from(
    db: Connection, kind: type[Command], given: dict[str, Any], asker: Asker, now: datetime
) -> dict[str, Any]:
    """Return the fields of a command.

    Raises Invalid for a name of nobody or of several, and for what is no day.
    """
    fields: dict[str, Any] = {}
    local = now.astimezone(zone_called(asker.zone))
    of_kind = {one.name: one.kind for one in fields_of(kind, {}, {})}
    days, moments = ([n for n, k in of_kind.items() if k == each] for each in ("date", "moment"))
    read = with_days(given, local, days=days, moments=moments)
    for name, value in read.items():
        if name in OURS or (value in ("", []) and not name.startswith("changes.")):
            continue
        if NO_LETTER in str(value):
            message = say("The text holds bytes that are no letters. Type it again.")
            raise Invalid(message, field=name)
        whole, _, part = name.partition(".")
        into = fields.setdefault(whole, {}) if part else fields
        if not isinstance(into, dict) or (not part and whole in fields):
            message = say(
                "“{whole}” cannot be one thing and a part of it. Load the page again.",
                whole=whole[:40],
            )
            raise Invalid(message, field=whole)
        if value and name in (*days, *moments) and not DIGITS.match(str(value)):
            raise Invalid(_no_day(str(value), local), field=name)
        into[part or whole] = _in_utc(value, local) if name in moments else value
    if "occurred_at" in fields:
        is_day = len(str(read["occurred_at"])) == len("2026-03-02")
        fields |= {"precision": "day" if is_day else "minute", "zone": asker.zone}
    _name_people(db, kind, fields)
    return fields


def _takes_several(annotated: Any) -> bool:
    inner = getattr(annotated, "__origin__", annotated)
    return get_origin(inner) is tuple or inner is tuple


def _name_people(db: Connection, kind: type[Command], fields: dict[str, Any]) -> None:
    for way, named in ways(kind):
        if named == "person" and len(way) == 1 and way[0] in fields:
            fields[way[0]] = _person(db, _name(fields[way[0]]), way[0])
    takes_guests = "guests" in kind.__struct_encode_fields__
    if "with" in fields and takes_guests:
        people: list[str] = []
        guests: dict[str, str] = {}
        for name in filter(None, (_name(part) for part in str(fields.pop("with")).split(","))):
            if found := _found(db, name, "with"):
                people.append(found)
            else:
                guests.setdefault(name.casefold(), name)
        fields |= {"with": list(dict.fromkeys(people)), "guests": list(guests.values())}


def _name(typed: str) -> str:
    return clean(str(typed), field="with").removeprefix("@").strip()


def _person(db: Connection, name: str, field: str) -> str:
    found = _found(db, name, field)
    if not found:
        message = say("Nobody called “{name}” is known here. Add the person first.", name=name[:80])
        raise Invalid(message, field=field)
    return found


def _found(db: Connection, name: str, field: str) -> str | None:
    if PERSON.fullmatch(name):
        return name
    found = people_called(db, name, NOW)
    if len(found) > 1:
        message = say(
            "Several people are called “{name}”. Use the id of the one you mean.", name=name[:80]
        )
        raise Invalid(message, field=field)
    return found[0] if found else None


def _no_day(text: str, now: datetime) -> Message:
    return say(
        "“{text}” is no day. Write it like {day}, or pick it.", text=text[:40], day=now.date()
    )


def _in_utc(value: Any, now: datetime) -> Any:
    """Return a local time with its zone; a day alone as its middle, or as now on the same day."""
    try:
        moment = datetime.fromisoformat(value)
        if len(value) == len("2026-03-02"):
            noon = datetime.combine(moment.date(), time(12), now.tzinfo)
            return (min(noon, now) if moment.date() == now.date() else noon).isoformat()
        if moment.tzinfo is None:
            return moment.replace(tzinfo=now.tzinfo).isoformat()
    except (ValueError, OverflowError, TypeError):
        pass  # the command says what is wrong with it
    return value
