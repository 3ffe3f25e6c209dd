"""A paper sheet that is typed in: each filled row is a wish of its own, and all go or none goes."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time

from msgspec import Struct, field
from sqlalchemy import RowMapping
from starlette.datastructures import FormData
from starlette.responses import Response

from domain.kernel.access import Asker, authorize
from domain.kernel.errors import Invalid, Missing, Refused, Reused
from domain.kernel.messages import Message, say, say_in_a_row
from domain.kernel.moments import zone_called
from pilots.commands.base import Command
from pilots.commands.parsing import read_command
from pilots.commands.participation import LogParticipation
from pilots.commands.references import must_be_here
from pilots.request import CommandRequest
from pilots.unit_of_work import UnitOfWork
from projections.engine.as_of import NOW
from projections.records.lookups import media_of, members_of, names_of, pilot_known, purposes_of
from web.bootstrap import Platform
from web.forms.parsing import command_id_of, fields_from, typed
from web.http.page import Page
from web.http.reading import Reading
from web.http.refusal import Unanswerable
from web.http.responses import status_of
from web.http.urls import redirect
from web.i18n.dates import read_day

ROWS = 10
FIELDS = ("day", "person", "with", "text", "medium", "minutes", "learned")
STORED = say("this row was stored before with other words. Correct its entry instead.")


class SheetRow(Struct):
    """One row of a sheet: what was typed into it, and why it cannot be kept, if so."""

    number: int
    typed: dict[str, str] = field(default_factory=dict)
    error: Message | None = None
    error_field: str = ""

    @property
    def is_filled(self) -> bool:
        """Tell whether anything was typed into it."""
        return any(self.typed.values())

    def refuse(self, refused: Refused) -> None:
        """Keep why it cannot be stored, in one sentence that names the row."""
        self.error = say("Row {number}: {refused}", number=self.number, refused=refused.message)
        self.error_field = "day" if refused.field == "occurred_at" else refused.field


class Sheet(Struct, frozen=True):
    """What was typed in from one sheet: by whom, under which id, for which pilot."""

    asker: Asker
    form: str
    pilot: str
    rows: list[SheetRow]

    @property
    def filled(self) -> list[SheetRow]:
        """Return the rows somebody typed into."""
        return [row for row in self.rows if row.is_filled]

    def asking(self, row: SheetRow) -> CommandRequest:
        """Return what asks for a row: the same form and row are the same wish."""
        body = [{"pilot": self.pilot}, row.typed]
        return CommandRequest(asker=self.asker, command_id=f"{self.form}:{row.number}", body=body)


def rows_in(given: Mapping[str, object]) -> list[SheetRow]:
    """Return the rows of a form, as they were typed; its fields are such as text-3."""
    return [
        SheetRow(n, {name: str(given.get(f"{name}-{n}", "")).strip() for name in FIELDS})
        for n in range(1, ROWS + 1)
    ]


def keep(platform: Platform, sheet: Sheet) -> int:
    """Keep every filled row, and return the last position.

    Raises Missing where no row is filled, and Invalid where one cannot be kept: the rows say why.
    Nothing is stored then. Who sends a sheet again is answered as the first time.
    """
    if not sheet.filled:
        raise Missing(say("No row is filled in. Type in at least one, with what happened."))
    for row in sheet.filled:
        with _naming(row):
            _rehearse(platform, sheet, row)
    _must_be_fine(sheet)
    position = 0
    for row in sheet.filled:
        with _naming(row):
            position = max(position, _keep_row(platform, sheet, row))
        _must_be_fine(sheet)
    return position


@contextmanager
def _naming(row: SheetRow) -> Iterator[None]:
    try:
        yield
    except Refused as refused:
        row.refuse(refused)


def _must_be_fine(sheet: Sheet) -> None:
    if wrong := [row.error for row in sheet.filled if row.error]:
        raise Invalid(say_in_a_row(wrong))


def _rehearse(platform: Platform, sheet: Sheet, row: SheetRow) -> None:
    asking = sheet.asking(row)
    try:
        done = platform.pilots.answered(asking, LogParticipation.called)
    except Reused:
        raise Reused(STORED) from None
    if done is None:
        command = _command(platform, sheet, row)
        must_be_here(platform.pilots, command)
        command.carry_out(UnitOfWork(platform.pilots, asking, command.when(platform.pilots.clock)))


def _keep_row(platform: Platform, sheet: Sheet, row: SheetRow) -> int:
    asking = sheet.asking(row)
    done = platform.pilots.answered(asking, LogParticipation.called)
    if done is None:  # names are looked up again: a row above may have made somebody known
        done = platform.pilots.carry_out(asking, _command(platform, sheet, row))
    return done.position


def _command(platform: Platform, sheet: Sheet, row: SheetRow) -> Command:
    typed_fields = row.typed | {"day": ""}  # which is no field of the command
    if not typed_fields["text"]:
        message = say("say what happened.")
        raise Missing(message, field="text")
    at = _moment_of(row.typed["day"], sheet.asker, platform.pilots.clock())
    with platform.views.reading() as db:
        fields = fields_from(
            db, LogParticipation, typed_fields, sheet.asker, platform.pilots.clock()
        )
    shared = {"pilot": sheet.pilot, "occurred_at": at, "precision": "day", "zone": sheet.asker.zone}
    return read_command(LogParticipation, fields | shared)


def _moment_of(day: str, asker: Asker, now: datetime) -> datetime:
    """Return the middle of a day in the asker's zone, or now where that is still to come."""
    zone = zone_called(asker.zone)
    try:
        on = date.fromisoformat(read_day(day, now.astimezone(zone)))
    except ValueError:
        message = say("choose the day it happened on.")
        raise Invalid(message, field="day") from None
    if on > now.astimezone(zone).date():
        message = say("this day is still to come. Log what has happened.")
        raise Invalid(message, field="day")
    return min(datetime.combine(on, time(12), zone), now)


class SheetPage(Page, template="composer/sheet.html"):
    """A sheet to print, with the media of its pilot and as many rows as fit."""

    pilot: RowMapping
    purposes: RowMapping | None
    media: Sequence[str]
    printed: int
    may_type: bool


class SheetForm(Page, template="composer/sheet_enter.html"):
    """The form a sheet is typed into, and why it could not be kept."""

    pilot: RowMapping
    media: Sequence[str]
    names: Sequence[str]
    command_id: str
    errors: Sequence[Message]
    first_bad: int
    """The number of the first row that cannot be kept, 0 where all can."""
    last_day: date
    rows: Sequence[SheetRow]


def show_sheet(reading: Reading) -> Response:
    """GET /pilots/{pilot}/sheet — a page to print, with rows to fill in by hand."""
    db, cut, pilot = reading.db, reading.cut, reading.path["pilot"]
    known = pilot_known(db, cut, pilot)
    if known is None:
        raise Unanswerable(404, say("No such pilot was known then, or you may not see it."))
    page = SheetPage(
        pilot=known,
        purposes=purposes_of(db, cut, pilot),
        media=sorted({row["medium"] for row in media_of(db, cut, pilot)}),
        printed=ROWS,
        may_type=reading.may_change,
    )
    return reading.render(page)


def show_sheet_form(reading: Reading) -> Response:
    """GET /pilots/{pilot}/sheet/enter — a form of ten rows."""
    authorize(reading.asker, "write")
    return _form(reading, Sheet(reading.asker, "", reading.path["pilot"], rows_in({})))


def enter_sheet(reading: Reading, form: FormData) -> Response:
    """POST /pilots/{pilot}/sheet/enter — rows of a form, kept together or not."""
    asker, pilot = reading.asker, reading.path["pilot"]
    authorize(asker, "write")
    given = typed(form, LogParticipation)
    wish = str(given.get("command_id", ""))
    sheet = Sheet(asker, wish, pilot, rows_in(given))
    try:
        command_id_of({"command_id": f"{wish}:{ROWS}"})  # the longest one of a row
        position = keep(reading.platform, sheet)
    except Refused as refused:
        return _form(reading, sheet, refused)
    return redirect(f"/pilots/{pilot}?did={position}")


def _form(reading: Reading, sheet: Sheet, refused: Refused | None = None) -> Response:
    db = reading.db
    pilot = pilot_known(db, NOW, sheet.pilot)
    if pilot is None:
        raise Unanswerable(404, say("There is no such pilot here, or you may not see it."))
    members = [row["person"] for row in members_of(db, NOW, sheet.pilot, limit=50)]
    wrong = {row.number: row.error for row in sheet.rows if row.error}
    page = SheetForm(
        pilot=pilot,
        media=sorted({row["medium"] for row in media_of(db, NOW, sheet.pilot)}),
        names=sorted(set(names_of(db, members, NOW).values())),
        command_id=sheet.form,
        errors=list(wrong.values()) or ([refused.message] if refused else []),
        first_bad=min(wrong, default=0),
        last_day=reading.now.astimezone(zone_called(sheet.asker.zone)).date(),
        rows=sheet.rows,
    )
    return reading.render(page, status=status_of(refused) if refused else 200)
