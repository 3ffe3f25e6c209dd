"""The paper sheet of a pilot: printed with empty rows, filled in by hand, typed in afterwards."""

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from domain.kernel.access import authorize
from domain.kernel.errors import Refused
from domain.kernel.messages import say
from pilots.commands.participation import LogParticipation
from projections.engine.as_of import NOW
from projections.models.charters import MEDIA, MEMBERS
from projections.models.lookups import all_of, names_of, one
from projections.models.pilots import PILOTS
from projections.models.purposes import PURPOSES
from web.forms.parsing import command_id_of, typed
from web.http.context import asker_of, cut_of, platform_of, render
from web.http.responses import status_of
from web.http.threads import in_turn
from web.i18n.dates import zone_called
from web.pages.composer.paper_sheet import ROWS, Sheet, keep, rows_in


def show_sheet(request: Request) -> Response:
    """GET /pilots/{pilot}/sheet — a page to print, with rows to fill in by hand."""
    asker, pilot = asker_of(request), request.path_params["pilot"]
    cut = cut_of(request, asker)
    with platform_of(request).views.reading() as db:
        needs: dict[str, Any] = {
            "pilot": one(db, PILOTS, cut, pilot=pilot),
            "purposes": one(db, PURPOSES, cut, pilot=pilot),
            "media": sorted({row["medium"] for row in all_of(db, MEDIA, cut, pilot)}),
        }
    if needs["pilot"] is None:
        raise HTTPException(404, say("No such pilot was known then, or you may not see it."))
    may_type = cut.is_now and asker.standing != "auditor"
    told = {"asker": asker, "as_of": cut.moment or "", "cut": cut, "printed": ROWS}
    return render(request, "sheet.html", told | needs | {"may_type": may_type})


async def enter_sheet(request: Request) -> Response:
    """GET and POST /pilots/{pilot}/sheet/enter — a form of ten rows, kept together or not."""
    if request.method != "POST":
        return await run_in_threadpool(_enter, request)
    async with request.form(max_files=0) as form:
        said = typed(form, LogParticipation)
    return await in_turn(_keep, request, said)


def _enter(request: Request) -> Response:
    asker = asker_of(request)
    authorize(asker, "write")
    return _form(request, Sheet(asker, "", request.path_params["pilot"], rows_in({})))


def _keep(request: Request, said: dict[str, Any]) -> Response:
    asker, pilot = asker_of(request), request.path_params["pilot"]
    authorize(asker, "write")
    form = str(said.get("command_id", ""))
    sheet = Sheet(asker, form, pilot, rows_in(said))
    try:
        command_id_of({"command_id": f"{form}:{ROWS}"})  # the longest one of a row
        position = keep(platform_of(request), sheet)
    except Refused as refused:
        return _form(request, sheet, refused)
    return RedirectResponse(f"/pilots/{pilot}?did={position}", 303)


def _form(request: Request, sheet: Sheet, refused: Refused | None = None) -> Response:
    platform = platform_of(request)
    with platform.views.reading() as db:
        pilot = one(db, PILOTS, NOW, pilot=sheet.pilot)
        if pilot is None:
            raise HTTPException(404, say("There is no such pilot here, or you may not see it."))
        members = [row["person"] for row in all_of(db, MEMBERS, NOW, sheet.pilot, limit=50)]
        needs: dict[str, Any] = {
            "media": sorted({row["medium"] for row in all_of(db, MEDIA, NOW, sheet.pilot)}),
            "names": sorted(set(names_of(db, members, NOW).values())),
            "pilot": pilot,
        }
    wrong = [row for row in sheet.rows if row.error]
    needs |= {
        "asker": sheet.asker,
        "command_id": sheet.form,
        "errors": [row.error for row in wrong] or ([str(refused)] if refused else []),
        "last_day": platform.pilots.clock().astimezone(zone_called(sheet.asker.zone)).date(),
        "first_bad": wrong[0].number if wrong else 0,
        "rows": sheet.rows,
    }
    return render(request, "sheet_enter.html", needs, status=status_of(refused) if refused else 200)
