"""The fields of a command's form, filled in with what is known already and with what was typed."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from domain.kernel.messages import say
from pilots.commands.base import Command
from web.forms.choices import choices_for, suggestions_for
from web.forms.fields import Field, fields_of
from web.forms.subject import known_values

OF_ENTRIES = {"changes.occurred_at": ""}


def shown_fields(
    db: Connection,
    given: Mapping[str, str],
    kind: type[Command],
    values: dict[str, Any],
    pilot: str,
    *,
    wrong: str,
) -> list[Field]:
    """Return the fields that a form shows; the reason to go on without once it is asked for."""
    known = known_values(db, kind.called, given) | values
    fields = fields_of(
        kind,
        known,
        choices_for(db, kind, given, values, pilot),
        frozenset(given),
        suggestions_for(db, kind, pilot or str(values.get("pilot", ""))),
    )
    for field in fields:
        field.error = say("See above.") if field.name.split(".")[0] == wrong else ""
    return [
        field
        for field in fields
        if (not field.name.startswith("changes.") or field.name in known | OF_ENTRIES)
        and (field.name != "override" or wrong == "override" or values.get("override"))
    ]
