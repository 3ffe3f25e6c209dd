"""What a form is about, and what is said of that already, so that nobody types it again."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, Table

from domain.kernel.errors import Invalid
from domain.kernel.messages import say
from domain.kernel.text import clean
from projections.engine.as_of import NOW
from projections.models.conclusions import CONCLUSIONS
from projections.models.entries import ENTRIES
from projections.models.evidence import INSIGHTS
from projections.models.lessons import LESSONS
from projections.models.lookups import one
from projections.models.people import PEOPLE
from projections.models.pilots import PILOTS
from projections.models.programmes import PROGRAMMES
from projections.models.purposes import PURPOSES
from projections.models.values import VALUES
from web.ui.record_kinds import THINGS, name_of

ENTRY = ("text", "mode", "direction", "medium", "minutes", "about")
LESSON = ("text", "loop", "context", "confidence", "instruct", "delight")
CORRECTIONS: dict[str, tuple[Table, tuple[str, ...]]] = {
    "entry": (ENTRIES, ENTRY),
    "lesson": (LESSONS, LESSON),
}
KNOWN: dict[str, tuple[Table, dict[str, str]]] = {  # command: its fields, and where they stand
    "rename-programme": (PROGRAMMES, {"name": "name"}),
    "rename-pilot": (PILOTS, {"title": "title"}),
    "extend-pilot": (PILOTS, {"new_end": "ends_on"}),
    "state-accomplishment": (PILOTS, {"answer": "accomplishment", "goal_type": "goal_type"}),
    "name-problem": (PILOTS, {"problem": "problem", "who_has_it": "who_has_it"}),
    "state-purpose": (
        PURPOSES,
        {name: name for name in ("change_or_protect", "for_whom", "whose_belief")},
    ),
    "reframe-request": (
        PURPOSES,
        {name: name for name in ("original", "capability", "problem")},
    ),
    "state-why-care": (PURPOSES, {"text": "why_care"}),
    "set-participant-ask": (PURPOSES, {"text": "ask"}),
    "change-profile": (PEOPLE, {"name": "name", "profile": "profile"}),
    "revise-insight": (INSIGHTS, {"text": "text"}),
    "revise-value": (VALUES, {"new": "statement"}),
    "propose-conclusion": (CONCLUSIONS, {"text": "text"}),
    "revalidate-lesson": (LESSONS, {"confidence": "confidence"}),
}


def subject_of(db: Connection, given: Mapping[str, str]) -> RowMapping | None:
    """Return the thing that an address names as it stands; None where it is not here."""
    (kind, stream), *_ = given.items()
    return one(db, THINGS[kind].table, NOW, **{kind: stream})


def called(given: Mapping[str, str], subject: RowMapping) -> str:
    """Return what the thing in an address is called."""
    return name_of(next(iter(given)), subject)


def known_values(db: Connection, command: str, given: Mapping[str, str]) -> dict[str, str]:
    """Return what is said now of what a command would say anew, by field."""
    if command.startswith("correct-"):
        return _said_now(db, given)
    if command not in KNOWN:
        return {}
    table, fields = KNOWN[command]
    row = one(db, table, NOW, **given)
    values = {field: str(row[column] or "") for field, column in fields.items()} if row else {}
    if command == "reframe-request" and not values.get("original"):
        pilot = one(db, PILOTS, NOW, **given)
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
    before = _said_now(db, given)
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


def _said_now(db: Connection, given: Mapping[str, str]) -> dict[str, str]:
    for kind, (table, columns) in CORRECTIONS.items():
        row = one(db, table, NOW, **{kind: given[kind]}) if kind in given else None
        if row is not None:
            return {
                f"changes.{name}": "" if row[name] is None else str(row[name]) for name in columns
            }
    return {}
