"""What a form offers to choose from, what it is about, and what is known of that already."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from domain.errors import Invalid
from domain.text import clean
from pilots.commands.base import Command
from projections.charters import CAPABILITIES, MEASURES, MEMBERS
from projections.cut import NOW
from projections.entries import ENTRIES
from projections.experiments import EXPERIMENTS
from projections.lessons import LESSONS
from projections.pilots import PILOTS
from projections.reading import (
    all_of,
    experiments_of,
    lessons_in_order,
    names_of,
    one,
    pilots_in_order,
    programmes_known,
)
from web.fields import Choices

CORRECTABLE = ("text", "mode", "direction", "medium", "minutes", "about")
TABLES = {"pilot": PILOTS, "experiment": EXPERIMENTS, "entry": ENTRIES, "lesson": LESSONS}
SAYS = {"pilot": "title", "experiment": "title", "entry": "text", "lesson": "text"}


def subject_of(db: Connection, given: Mapping[str, str]) -> str | None:
    """Return what the things in an address are called, or None where one is not here."""
    said = []
    for name, table in TABLES.items():
        if name in given:
            row = one(db, table, NOW, **{name: given[name]})
            if row is None:
                return None
            said.append(row[SAYS[name]] or "this entry")
    return " · ".join(said)


def choices_for(
    db: Connection, kind: type[Command], given: Mapping[str, str], values: Mapping[str, Any]
) -> dict[str, Choices]:
    """Return what can be chosen for the fields of a command that name things which are here."""
    pilot = given.get("pilot") or str(values.get("pilot", ""))
    offered: dict[str, Choices] = {}
    for name in kind.__struct_encode_fields__:
        if name in given:
            continue
        match name, kind.called:
            case "pilot", _:
                offered[name] = [
                    (p["pilot"], p["title"]) for p in pilots_in_order(db, NOW, limit=100)
                ]
            case "programme", _:
                known = [(p["programme"], p["name"]) for p in programmes_known(db, NOW)]
                offered[name] = [*known, ("", "A new one: Our pilots")]
            case "experiment", _ if pilot:
                trials = experiments_of(db, NOW, pilot)
                offered[name] = [("", "–"), *((e["experiment"], e["title"]) for e in trials)]
            case "capability", "adopt-medium":
                rows = all_of(db, CAPABILITIES, NOW, pilot)
                offered[name] = [(row["capability"], row["capability"]) for row in rows]
            case "person", "leave-pilot":
                people = [row["person"] for row in all_of(db, MEMBERS, NOW, pilot)]
                offered[name] = list(names_of(db, people, NOW).items())
            case "informed_by", _:
                lessons = lessons_in_order(db, NOW, limit=50)
                offered[name] = [(row["lesson"], row["text"][:80]) for row in lessons]
            case "measures", _:
                rows = all_of(db, MEASURES, NOW, pilot)
                offered[name] = [(row["measure"], row["name"]) for row in rows]
            case _:
                pass
    return offered


def changes_in(
    db: Connection, fields: Mapping[str, Any], given: Mapping[str, str]
) -> dict[str, Any]:
    """Return what a correction changes of an entry; what was left as it was is left out."""
    said = fields.get("changes", {})
    if not isinstance(said, dict):
        message = "The changes are the fields of an entry. Load the page again."
        raise Invalid(message, field="changes")
    before = current_values(db, given)
    differing = {
        name: value
        for name, value in said.items()
        if clean(str(value), field="changes") != before.get(f"changes.{name}", "")
    }
    emptied = {name: "" if name == "text" else None for name, v in differing.items() if v == ""}
    return {"changes": differing | emptied} if "changes" in fields else {}


def current_values(db: Connection, given: Mapping[str, str]) -> dict[str, str]:
    """Return what an entry says now, as the fields of its correction."""
    row = one(db, ENTRIES, NOW, entry=given["entry"]) if "entry" in given else None
    if row is None:
        return {}
    return {f"changes.{name}": str(row[name] or "") for name in CORRECTABLE}
