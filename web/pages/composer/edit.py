"""Edits an entry where it stands: the row becomes the line again, with everything in it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping
from starlette.datastructures import FormData
from starlette.responses import Response

from domain.kernel.access import authorize
from domain.kernel.errors import Refused
from domain.kernel.messages import say
from domain.kernel.moments import moment_of, zone_called
from pilots.commands.parsing import read_command
from pilots.commands.participation import CorrectParticipation, LogParticipation
from pilots.commands.people import RegisterPerson
from projections.engine.as_of import NOW
from projections.participation.participants import companions_of
from projections.records.lookups import experiments_of, names_of
from projections.records.records import record
from web.composer.composer import OFTEN
from web.forms.fields import Choices
from web.forms.parsing import fields_from, typed
from web.http.page import Page, Part
from web.http.reading import Reading
from web.http.refusal import Unanswerable
from web.http.responses import JSON, status_of
from web.i18n.dates import with_days
from web.pages.composer.afterwards import Steps, refused_as, told
from web.pages.composer.just_logged import EDIT_WITHIN

SOON = "Edited soon after it was logged."  # stored as it is
COLUMNS = ("text", "mode", "medium", "minutes", "experiment")


class EditForm(Part):
    """The line of an entry with its fields, and why it could not be saved."""

    entry: str
    values: Mapping[str, Any]
    modes: Choices
    experiments: Choices
    asks_why: bool
    error: str
    command_id: str | None
    back: str


class EditPage(Page, template="composer/edit.html"):
    """An entry to edit, by itself."""

    form: EditForm


class EditInRow(Page, template="frame/fragment.html"):
    """An entry to edit, where its row was."""

    form: EditForm
    part: str = "composer/_edit.html"


def show_edit(reading: Reading) -> Response:
    """GET /entries/{entry}/edit — an entry as a form, in its row or by itself."""
    authorize(reading.asker, "write")
    return reading.render(_page(reading, _entry(reading), {}))


def save_edit(reading: Reading, form: FormData) -> Response:
    """POST /entries/{entry}/edit — correct what was changed; a reason is asked for later on."""
    row, given = _entry(reading), typed(form, LogParticipation)
    try:
        steps = Steps(reading, form)
        changes = _changes(reading, row, given, steps)
        if not changes:
            return told(reading, reading.head, str(given.get("back", "")))
        reason = given.get("reason") or ("" if _is_old(reading, row) else SOON)
        wish = {"entry": row["entry"], "changes": changes, "reason": reason}
        last = steps.carry_out("entry", read_command(CorrectParticipation, wish))
    except Refused as refused:
        if JSON in reading.request.headers.get("accept", ""):
            return refused_as(reading, refused)
        page = _page(reading, row, given, str(refused))
        return reading.render(page, status=status_of(refused))
    return told(reading, last.position, str(given.get("back", "")))


def _entry(reading: Reading) -> RowMapping:
    row = record(reading.db, NOW, "entry", reading.path["entry"])
    if row is None:
        raise Unanswerable(404, say("There is no such thing here, or you may not see it."))
    return row


def _page(
    reading: Reading, row: RowMapping, given: Mapping[str, Any], error: str = ""
) -> EditPage | EditInRow:
    trials: Sequence[RowMapping] = experiments_of(reading.db, NOW, row["pilot"])
    back = given.get("back") or reading.request.headers.get("referer", "/")
    form = EditForm(
        entry=row["entry"],
        values={**_values(reading, row), **given},
        modes=OFTEN,
        experiments=[(each["experiment"], each["title"]) for each in trials],
        asks_why=_is_old(reading, row),
        error=error,
        command_id=given.get("command_id"),
        back=str(back),
    )
    return EditInRow(form=form) if reading.is_partial else EditPage(form=form)


def _is_old(reading: Reading, row: RowMapping) -> bool:
    logged = reading.platform.pilots.facts_of(row["entry"])[0]
    return reading.now - (logged.recorded_at or logged.occurred_at) > EDIT_WITHIN


def _values(reading: Reading, row: RowMapping) -> dict[str, Any]:
    named = companions_of(reading.db, [row["entry"]]).get(row["entry"], set())
    along = names_of(reading.db, named, NOW)
    values = {name: "" if row[name] is None else str(row[name]) for name in COLUMNS}
    local = moment_of(row["occurred_at"]).astimezone(zone_called(reading.asker.zone))
    is_day = reading.platform.pilots.facts_of(row["entry"])[0].precision == "day"
    local_time = local.replace(tzinfo=None).isoformat(timespec="minutes")
    return values | {
        "with": ", ".join(sorted(along.values())),
        "occurred_at": str(local.date()) if is_day else local_time,
    }


def _changes(
    reading: Reading, row: RowMapping, given: Mapping[str, Any], steps: Steps
) -> dict[str, Any]:
    """Return what differs from what the entry says now; who is new is made known first."""
    before, local = _values(reading, row), reading.now.astimezone(zone_called(reading.asker.zone))
    given = with_days(given, local, moments=["occurred_at"])
    changed = {name: given[name] for name, was in before.items() if given.get(name, was) != was}
    emptied: dict[str, Any] = {name: None for name, value in changed.items() if value == ""}
    emptied |= {name: "" for name in ("text",) if name in emptied}
    emptied |= {"with": ()} if "with" in emptied else {}
    filled = {name: value for name, value in changed.items() if value != ""}
    fields = fields_from(reading.db, LogParticipation, filled, reading.asker, reading.now)
    guests = fields.pop("guests", [])
    for number, name in enumerate(guests):
        guest = steps.carry_out(f"guest{number}", RegisterPerson(name=name))
        fields["with"] = [*fields["with"], guest.stream("person")]
    kept = {name: value for name, value in fields.items() if name in before}
    if isinstance(at := kept.get("occurred_at"), datetime):
        kept["occurred_at"] = at.isoformat()
    return emptied | kept
