"""Starting a pilot in two lines: what one is trying, and how one would know."""

import re
from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Any

from starlette.datastructures import FormData
from starlette.responses import Response

from domain.kernel.access import authorize
from domain.kernel.errors import Refused
from domain.kernel.messages import Text, say
from domain.kernel.moments import day_in, zone_called
from domain.result.measure import MeasureResult
from pilots.commands.parsing import read_command
from pilots.commands.pilot import ProposePilot
from pilots.request import CommandRequest
from projections.engine.as_of import NOW
from projections.records.lookups import Rows, programmes_known
from web.charts.measure_curve import MeasureCurve, measure_curve
from web.forms.parsing import command_id_of
from web.http.page import Page
from web.http.reading import Reading
from web.http.responses import status_of
from web.http.urls import redirect
from web.i18n.dates import read_day
from web.pages.results import LARGE
from web.pages.start.from_to import FromTo, read_from_to

WORDS_OF_A_TITLE = 6
CLAUSE = re.compile(
    r"[,.;:!?–]| - |\s(?:because|so that|when|while|until|weil|damit|wenn|während|bis)\s",
    re.IGNORECASE,
)
EIGHT_WEEKS = timedelta(weeks=8)


class StartPage(Page, template="start/start.html"):
    """One question and two lines, with how the pilot will look beside them."""

    values: Mapping[str, str]
    programmes: Rows
    explores: bool
    error: Text
    wrong: str
    preview: FromTo | None
    curve: MeasureCurve | None


class PreviewPart(Page, template="start/_preview.html"):
    """How the pilot will look, while one types."""

    values: Mapping[str, str]
    preview: FromTo | None
    curve: MeasureCurve | None


def show_start(reading: Reading) -> Response:
    """GET /start — start a pilot in two lines; with ?part=preview how it will look."""
    authorize(reading.asker, "write")
    values = {name: reading.query.get(name, "") for name in ("aim", "measure", "explores")}
    if reading.query.get("part") == "preview":
        read, curve = _preview(reading, values)
        return reading.render(PreviewPart(values=values, preview=read, curve=curve))
    return reading.render(start_page(reading, values))


def start_page(
    reading: Reading, values: Mapping[str, str], refused: Refused | None = None
) -> StartPage:
    """Return the page, with why it was refused where it was."""
    today = day_in(reading.asker.zone, reading.now)
    given = {"ends_on": str(today + EIGHT_WEEKS)} | dict(values)
    read, curve = _preview(reading, values)
    programmes = programmes_known(reading.db, NOW)
    return StartPage(
        values=given,
        programmes=programmes if len(programmes) > 1 else (),
        explores=bool(values.get("explores")),
        error=str(refused) if refused else "",
        wrong=refused.field if refused else "",
        preview=read,
        curve=curve,
    )


def start_pilot(reading: Reading, form: FormData) -> Response:
    """POST /start — propose a pilot, say its aim and its measure, and start it, all in one go."""
    given: dict[str, Any] = {name: str(form[name]) for name in form}
    try:
        asking = CommandRequest(asker=reading.asker, command_id=command_id_of(given), body=[given])
        pilots = reading.platform.pilots
        receipt = pilots.answered(asking, ProposePilot.called)
        if receipt is None:
            wish = _wish(reading, given)
            receipt = pilots.carry_out(asking, read_command(ProposePilot, wish))
    except Refused as refused:
        page = start_page(reading, given, refused)
        return reading.render(page, status=status_of(refused))
    return redirect(f"/pilots/{receipt.stream('pilot')}?first=1")


def title_of(aim: str) -> str:
    """Return what a pilot is called at first: its aim, cut at a clause and after six words."""
    clause = CLAUSE.split(aim.strip(), maxsplit=1)[0]
    title = " ".join(clause.split()[:WORDS_OF_A_TITLE])
    return title[:1].upper() + title[1:]


def _wish(reading: Reading, given: Mapping[str, str]) -> dict[str, Any]:
    aim = given.get("aim", "").strip()
    read = read_from_to(given.get("measure", ""), str(say("times")))
    wish: dict[str, Any] = {
        "title": title_of(aim) or str(say("Without a name")),
        "start": True,
        **({"accomplishment": aim} if aim else {}),
    }
    if read:
        numbers = {"baseline": read.start, "target": read.target}
        known = {name: value for name, value in numbers.items() if value is not None}
        wish["measure"] = {"name": read.name, "unit": read.unit, **known}
    if given.get("explores"):
        ends_on = given.get("ends_on", "")
        day = read_day(ends_on, reading.now.astimezone(zone_called(reading.asker.zone)))
        wish |= {"kind": "exploration", "ends_on": day or ends_on}
    programmes = programmes_known(reading.db, NOW)
    programme = given.get("programme") or (programmes[0]["programme"] if programmes else "")
    return wish | ({"programme": programme} if programme else {})


def _preview(
    reading: Reading, values: Mapping[str, str]
) -> tuple[FromTo | None, MeasureCurve | None]:
    read = read_from_to(values.get("measure", ""), str(say("times")))
    if read is None or read.start is None or read.target is None:
        return read, None
    today = day_in(reading.asker.zone, reading.now)
    shown = MeasureResult(
        measure="first",
        name=read.name,
        unit=read.unit,
        kind="outcome",
        started_on=today,
        baseline=Decimal(read.start),
        target=Decimal(read.target),
    )
    return read, measure_curve(shown, LARGE, today)
