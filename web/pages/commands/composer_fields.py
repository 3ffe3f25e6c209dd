"""Turns the composer as it was sent into the fields of a command."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from domain.kernel.access import Asker
from domain.kernel.errors import Invalid
from pilots.commands.base import Command
from pilots.commands.participation import LogParticipation
from web.composer.line.interpret import moment_typed, understand
from web.forms.parsing import fields_from

NEW = "new"  # chosen instead of an experiment that is there


def fields_typed(
    db: Connection, kind: type[Command], given: dict[str, Any], asker: Asker, now: datetime
) -> dict[str, Any]:
    """Return the fields of a command; the line of the composer is read first.

    Raises Invalid where a name means nobody or several people.
    """
    if kind is not LogParticipation:
        return fields_from(db, kind, given, asker)
    understood = understand(db, given, asker, now)
    if understood.doubt:
        raise Invalid(understood.doubt, field="with")
    filled = understood.fields | {"text": understood.text}
    tries_new = filled.get("experiment") == NEW
    filled.pop("experiment" if tries_new else "try_out", None)
    if not filled["occurred_at"] and given.get("said_at"):
        filled["occurred_at"] = moment_typed(given, now).isoformat()
    fields = fields_from(db, kind, filled, asker)
    return fields if understood.exact else fields | {"precision": "day"}
