"""What the composer asks while somebody types: what was understood, and who logged the same."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection
from starlette.datastructures import FormData
from starlette.responses import Response

from domain.kernel.access import Asker, authorize
from domain.kernel.messages import Text
from domain.kernel.moments import zone_called
from pilots.commands.participation import LogParticipation
from projections.engine.as_of import NOW
from projections.participation.duplicate_sessions import Session, same_session
from projections.records.lookups import SOMEBODY, names_of, people_called
from web.composer.composer import Composer, composer_for
from web.composer.line.interpret import understand
from web.forms.parsing import typed
from web.http.page import Page
from web.http.reading import Reading


class Same(Struct, frozen=True):
    """An entry of somebody else that seems to tell the same session."""

    entry: str
    who: Text
    text: str
    known_from: str


class LogPage(Page, template="composer/log.html"):
    """The composer by itself, and entries of others that seem to tell the same session."""

    composer: Composer | None
    same: Sequence[Same] = ()


class ChipsPart(Page, template="frame/fragment.html"):
    """The fields of the composer alone."""

    composer: Composer | None
    part: str = "composer/_chips.html"


class SamePart(Page, template="frame/fragment.html"):
    """Entries of others that seem to tell the session `said` in the composer."""

    same: Sequence[Same]
    said: Mapping[str, Any]
    part: str = "composer/_same.html"


def show_understood(reading: Reading, form: FormData) -> Response:
    """POST /log/understood — the composer with its fields filled from its line; stores nothing."""
    authorize(reading.asker, "write")
    given = typed(form, LogParticipation)
    composer = composer_for(reading.db, reading.asker, reading.now, values=given)
    if reading.is_partial:
        return reading.render(ChipsPart(composer=composer))
    same = _same_as(reading.db, reading.asker, reading.now, given)
    return reading.render(LogPage(composer=composer, same=same))


def show_same(reading: Reading, form: FormData) -> Response:
    """POST /log/same — entries of others that seem to tell the same session; stores nothing."""
    authorize(reading.asker, "write")
    given = typed(form, LogParticipation)
    same = _same_as(reading.db, reading.asker, reading.now, given)
    return reading.render(SamePart(same=same, said=given))


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
        Same(row["entry"], who.get(row["person"]) or SOMEBODY, row["text"], row["known_from"])
        for row in rows
    ]


def _at(fields: dict[str, Any], asker: Asker, now: datetime) -> datetime:
    try:
        return datetime.fromisoformat(fields["occurred_at"]).replace(tzinfo=zone_called(asker.zone))
    except ValueError:
        return now
