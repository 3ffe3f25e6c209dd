"""Turns what a browser sends into the fields of a command: names to people, local times to UTC."""

import re
from datetime import datetime
from typing import Any

from sqlalchemy import Connection
from starlette.datastructures import FormData

from domain.access import Asker
from domain.errors import Invalid
from pilots.commands.base import Command
from projections.cut import NOW
from projections.reading import people_called
from web.moments import zone_called

OURS = ("command_id", "back", "precision", "zone")
LISTS = ("measures", "informed_by", "lessons", "evidence", "because")
PERSON = re.compile(r"person-[0-9a-z-]{1,60}")
COMMAND_ID = re.compile(r"[0-9A-Za-z_:-]{8,100}")


def typed(form: FormData) -> dict[str, Any]:
    """Return what was typed, as it was typed."""
    return {
        name: [str(each) for each in form.getlist(name)] if name in LISTS else str(form[name])
        for name in form
    }


def command_id_of(said: dict[str, Any]) -> str:
    """Return the id that makes a form one wish, however often it is sent."""
    if not COMMAND_ID.fullmatch(said.get("command_id", "")):
        message = "The form has lost its id. Load the page again; what you typed can be copied."
        raise Invalid(message)
    return str(said["command_id"])


def fields_from(
    db: Connection, kind: type[Command], said: dict[str, Any], asker: Asker
) -> dict[str, Any]:
    """Return the fields of a command. Raises Invalid for a name of nobody or of several."""
    fields: dict[str, Any] = {}
    for name, value in said.items():
        if name in OURS or value in ("", []):
            continue
        *way, last = name.split(".")
        into = fields
        for step in way:
            into = into.setdefault(step, {})
        into[last] = _in_utc(value, asker) if last == "occurred_at" else value
    if "occurred_at" in fields:
        fields |= {"precision": "minute", "zone": asker.zone}
    _name_people(db, kind, fields)
    return fields


def _name_people(db: Connection, kind: type[Command], fields: dict[str, Any]) -> None:
    if person := fields.get("person"):
        fields["person"] = _person(db, person, "person")
    takes_guests = "guests" in kind.__struct_encode_fields__
    if "with" in fields and takes_guests:
        people: list[str] = []
        guests: list[str] = []
        for name in filter(None, (part.strip() for part in str(fields.pop("with")).split(","))):
            found = _found(db, name, "with")
            (people if found else guests).append(found or name)
        fields |= {"with": people, "guests": guests}


def _person(db: Connection, name: str, field: str) -> str:
    found = _found(db, name, field)
    if not found:
        message = f"Nobody called “{name[:80]}” is known here. Add them first, under People."
        raise Invalid(message, field=field)
    return found


def _found(db: Connection, name: str, field: str) -> str | None:
    if PERSON.fullmatch(name):
        return name
    found = people_called(db, name.removeprefix("@"), NOW)
    if len(found) > 1:
        message = f"Several people are called “{name[:80]}”. Use the id of the one you mean."
        raise Invalid(message, field=field)
    return found[0] if found else None


def _in_utc(value: str, asker: Asker) -> str:
    try:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None:
            return moment.replace(tzinfo=zone_called(asker.zone)).isoformat()
    except (ValueError, OverflowError):
        pass  # the command says what is wrong with it
    return value
