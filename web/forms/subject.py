"""What a form is about, and what is said of that already, so that nobody types it again."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping

from domain.kernel.errors import Invalid
from domain.kernel.messages import Text, say
from domain.kernel.text import clean
from projections.engine.as_of import NOW
from projections.records.lookups import purposes_of
from projections.records.records import record
from web.ui.record_kinds import name_of

CORRECTIONS = {
    "entry": ("text", "mode", "direction", "medium", "minutes", "about"),
    "lesson": ("text", "loop", "context", "confidence", "instruct", "delight"),
}
PURPOSE = "purpose"  # what is said of a pilot beside its title, its aim and its problem
KNOWN: dict[str, tuple[str, dict[str, str]]] = {  # command: of what, its fields, and their columns
    "rename-programme": ("programme", {"name": "name"}),
    "set-zone": ("programme", {"time_zone": "time_zone"}),
    "rename-pilot": ("pilot", {"title": "title"}),
    "extend-pilot": ("pilot", {"new_end": "ends_on"}),
    "state-accomplishment": ("pilot", {"answer": "accomplishment", "goal_type": "goal_type"}),
    "name-problem": ("pilot", {"problem": "problem", "who_has_it": "who_has_it"}),
    "state-purpose": (
        PURPOSE,
        {name: name for name in ("change_or_protect", "for_whom", "whose_belief")},
    ),
    "reframe-request": (
        PURPOSE,
        {name: name for name in ("original", "capability", "problem")},
    ),
    "state-why-care": (PURPOSE, {"text": "why_care"}),
    "set-participant-ask": (PURPOSE, {"text": "ask"}),
    "change-profile": ("person", {"name": "name", "profile": "profile"}),
    "revise-insight": ("insight", {"text": "text"}),
    "revise-value": ("value", {"new": "statement"}),
    "propose-conclusion": ("conclusion", {"text": "text"}),
    "revalidate-lesson": ("lesson", {"confidence": "confidence"}),
}


def subject_of(db: Connection, given: Mapping[str, str]) -> RowMapping | None:
    """Return the thing that an address names as it stands; None where it is not here."""
    (kind, stream), *_ = given.items()
    return record(db, NOW, kind, stream)


def called(given: Mapping[str, str], subject: RowMapping) -> Text:
    """Return the name or first words by which pages link to the thing in an address."""
    return name_of(next(iter(given)), subject)


def known_values(db: Connection, command: str, given: Mapping[str, str]) -> dict[str, str]:
    """Return what is said now of what a command would say anew, by field."""
    if command.startswith("correct-"):
        return _values_now(db, given)
    if command not in KNOWN:
        return {}
    kind, fields = KNOWN[command]
    row = (
        purposes_of(db, NOW, given["pilot"])
        if kind == PURPOSE
        else record(db, NOW, kind, given[kind])
    )
    values = {field: str(row[column] or "") for field, column in fields.items()} if row else {}
    if command == "reframe-request" and not values.get("original"):
        pilot = record(db, NOW, "pilot", given["pilot"])
        values["original"] = pilot["raw_request"] if pilot else ""
    return values


def changes_in(
    db: Connection, fields: Mapping[str, Any], given: Mapping[str, str]
) -> dict[str, Any]:
    """Return what a correction changes; what was left as it was is left out."""
    changes = fields.get("changes", {})
    if not isinstance(changes, dict):
        message = say("The changes are fields of their own. Load the page again.")
        raise Invalid(message, field="changes")
    before = _values_now(db, given)
    differing = {
        name: value
        for name, value in changes.items()
        if clean(str(value), field="changes") != before.get(f"changes.{name}", "")
    }
    emptied = {
        name: "" if name in ("text", "context") else None
        for name, value in differing.items()
        if value == ""
    }
    return {"changes": differing | emptied} if "changes" in fields else {}


def _values_now(db: Connection, given: Mapping[str, str]) -> dict[str, str]:
    for kind, columns in CORRECTIONS.items():
        row = record(db, NOW, kind, given[kind]) if kind in given else None
        if row is not None:
            return {
                f"changes.{name}": "" if row[name] is None else str(row[name]) for name in columns
            }
    return {}
