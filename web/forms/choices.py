"""What a form offers to choose from, and what it suggests."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from domain.kernel.messages import say
from domain.kernel.moments import zone_names
from domain.kinds import KINDS
from domain.readiness import AREAS
from pilots.commands.base import Command, declared
from pilots.commands.parsing import title_of
from pilots.commands.references import ways
from projections.engine.as_of import NOW
from projections.records.lookups import (
    Rows,
    areas_of,
    audiences_of,
    capabilities_of,
    goals_of,
    measures_of,
    media_of,
    members_of,
    names_of,
    programmes_known,
    thoughts_of,
)
from projections.records.records import newest_records
from web.forms.fields import Choices
from web.i18n.formatting import square
from web.ui.actions import GONE
from web.ui.record_kinds import name_of

CHOICES_OFFERED = 100
EVERYWHERE = ("lesson", "pilot")  # what was learned in one pilot is meant for all
HELD_AGAINST = ("lesson", "insight", "assumption", "value", "decision")
STAKEHOLDERS = ("customers", "employees", "vendors", "partners", "other")
OUTCOMES = ("satisfaction", "retention", "cost", "sales")
CELLS = [f"{who}/{what}" for who in STAKEHOLDERS for what in OUTCOMES]


def choices_for(
    db: Connection,
    kind: type[Command],
    given: Mapping[str, str],
    values: Mapping[str, Any],
    pilot: str,
) -> dict[str, Choices]:
    """Return what can be chosen for the fields that name things which are here."""
    pilot = pilot or str(values.get("pilot", ""))
    asked = {each.encode_name for each in declared(kind) if title_of(each.type)}
    offered = {
        way[0]: things_of(db, named, pilot)
        for way, named in ways(kind)
        if way[0] in asked - set(given) and named in KINDS and named != "person"
    }
    for field in set(kind.__struct_encode_fields__) - set(given):
        if made := _special(db, kind.called, field, pilot, given):
            offered[field] = made
    if "programme" in offered:
        known = [(row["programme"], row["name"]) for row in programmes_known(db, NOW)]
        offered["programme"] = [*known, ("", say("A new one: Our pilots"))]
    return offered


def things_of(db: Connection, kind: str, pilot: str) -> Choices:
    """Return the things of a kind that a pilot has, the latest first; some kinds from anywhere."""
    status = KINDS[kind].status
    without = (status, GONE) if status else None
    of_pilot = {} if kind in EVERYWHERE else {"pilot": pilot}
    rows = newest_records(db, NOW, kind, CHOICES_OFFERED, without=without, **of_pilot)
    return [(row[kind], str(name_of(kind, row))[:80]) for row in rows]


def suggestions_for(db: Connection, kind: type[Command], pilot: str) -> dict[str, list[str]]:
    """Return what is often written into fields that take any words."""
    people = [row["person"] for row in members_of(db, NOW, pilot, limit=50)]
    names = sorted(set(names_of(db, people, NOW).values()))
    people_at = {way[0]: names for way, named in ways(kind) if named == "person"}
    of_pilot = {"audience": audiences_of, "medium": media_of, "capability": capabilities_of}
    people_at |= {field: _words(ask(db, NOW, pilot), field) for field, ask in of_pilot.items()}
    if kind.of.kind == "readiness":
        people_at["area"] = sorted({*AREAS, *_words(areas_of(db, NOW, pilot), "area")})
    people_at["time_zone"] = zone_names()
    return {
        field: people_at[field] for field in kind.__struct_encode_fields__ if people_at.get(field)
    }


def _special(
    db: Connection, command: str, field: str, pilot: str, given: Mapping[str, str]
) -> Choices:
    match field, command:
        case "cell", _:
            return [("unplaced", say("Not placed yet")), *((cell, square(cell)) for cell in CELLS)]
        case "capability", "adopt-medium":
            return _twice(_words(capabilities_of(db, NOW, pilot), field))
        case "from", "swap-medium":
            return _twice(_words(media_of(db, NOW, pilot), "medium"))
        case "measure" | "measures", _ if command != "define-measure":
            rows = measures_of(db, NOW, pilot)
            return [(row["measure"], row["name"]) for row in rows]
        case "person", "leave-pilot":
            people = [row["person"] for row in members_of(db, NOW, pilot)]
            return list(names_of(db, people, NOW).items())
        case "to", "share-reaction":
            rows = thoughts_of(db, NOW, given["conclusion"], CHOICES_OFFERED)
            return [(row["event"], row["text"][:80]) for row in rows]
        case "target", "link-evidence":
            return [one for kind in HELD_AGAINST for one in things_of(db, kind, pilot)]
        case "parent", "add-goal":
            rows = goals_of(db, NOW, given["programme"], CHOICES_OFFERED)
            return [(row["goal"], row["text"][:80]) for row in rows]
        case _:
            return []


def _words(rows: Rows, column: str) -> list[str]:
    return list(dict.fromkeys(row[column] for row in rows))


def _twice(words: list[str]) -> Choices:
    return [(word, word) for word in words]
