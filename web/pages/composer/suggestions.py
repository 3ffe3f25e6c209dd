"""What the composer asks while somebody types: what was understood, and who logged the same."""

from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection
from starlette.datastructures import FormData
from starlette.responses import Response

from domain.kernel.access import Asker, authorize
from pilots.commands.participation import LogParticipation
from projections.engine.as_of import NOW
from projections.participation.duplicate_sessions import Session, same_session
from projections.records.lookups import names_of, people_called
from web.composer.composer import composer_for
from web.composer.line.interpret import understand
from web.forms.parsing import typed
from web.http.reading import Reading
from web.i18n.dates import zone_called


class Same(Struct, frozen=True):
    """An entry of somebody else that seems to tell the same session."""

    entry: str
    who: str
    text: str
    known_from: str


def show_understood(reading: Reading, form: FormData) -> Response:
    """POST /log/understood — the composer with its fields filled from its line; stores nothing."""
    authorize(reading.asker, "write")
    given = typed(form, LogParticipation)
    needs = {
        "composer": composer_for(reading.db, reading.asker, reading.now, values=given),
        "part": "composer/_chips.html",
        "same": _same_as(reading.db, reading.asker, reading.now, given),
    }
    return reading.render(
        "frame/fragment.html" if reading.is_partial else "composer/log.html", needs
    )


def show_same(reading: Reading, form: FormData) -> Response:
    """POST /log/same — entries of others that seem to tell the same session; stores nothing."""
    authorize(reading.asker, "write")
    given = typed(form, LogParticipation)
    same = _same_as(reading.db, reading.asker, reading.now, given)
    return reading.render(
        "frame/fragment.html", {"part": "composer/_same.html", "same": same, "said": given}
    )


def _same_as(db: Connection, asker: Asker, now: datetime, given: dict[str, Any]) -> list[Same]:
    understood = understand(db, given, asker, now)
    fields = understood.fields
    names = [name.strip() for name in str(fields["with"]).split(",") if name.strip()]
    along = [person for name in names for person in people_called(db, name, NOW)]
    at = _at(fields, asker, now)
    ours = Session(str(given.get("pilot", "")), asker.person, along, understood.text, at)
    rows = same_session(db, ours, now)
    who = names_of(db, [row["person"] for row in rows], NOW)
    return [
        Same(row["entry"], who.get(row["person"], "Somebody"), row["text"], row["known_from"])
        for row in rows
    ]


def _at(fields: dict[str, Any], asker: Asker, now: datetime) -> datetime:
    try:
        return datetime.fromisoformat(fields["occurred_at"]).replace(tzinfo=zone_called(asker.zone))
    except ValueError:
        return now
