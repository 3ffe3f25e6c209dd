"""The rules of the method: what each claims, what is in force, and when it would have spoken up."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from domain.moments import moment_of, stamp
from domain.rules import RULES
from domain.rules.back_test import back_test
from domain.rules.known import Known
from domain.rules.rule import Notice, Settings, Warn
from domain.rules.thresholds import DAY, HIGHEST
from domain.wording import LISTS
from projections.cut import NOW, Cut
from projections.feed import latest
from projections.known import known_pilot
from projections.pilots import PILOTS
from projections.programmes import lists_of, settings_of
from projections.reading import one, pilots_in_order, programmes_known
from web.http import asker_of, cut_of, platform_of, render, whole
from web.method import METHOD, Row
from web.notices import filled_form

MOST_DAYS = 400  # of a pilot's life are tried out at once
SHOWN = 60  # dates, the first ones


class InForce(Struct, frozen=True):
    """How a row of the method stands in a programme."""

    row: Row
    severity: str
    threshold: int
    unit: str
    change: str


class Fired(Struct, frozen=True):
    """A stretch of days in a row on which a rule would have spoken up, and what it would say."""

    first: datetime
    last: datetime
    days: int
    says: str


def show_rules(request: Request) -> Response:
    """GET /rules — every row of the method, and what each programme set."""
    asker, platform = asker_of(request), platform_of(request)
    cut = cut_of(request, asker)
    with platform.views.reading() as db:
        programmes = programmes_known(db, cut)
        programme = request.query_params.get("programme", "")
        programme = programme or (programmes[0]["programme"] if programmes else "")
        settings = settings_of(db, cut, programme)
        lists = lists_of(db, cut, programme)
    rows = [_in_force(row, settings, programme) for row in METHOD]
    needs: dict[str, Any] = {
        "programmes": programmes,
        "programme": programme,
        "rows": rows,
        "lists": lists,
        "list_names": list(LISTS),
        "may_manage": cut == NOW and asker.standing == "manager" and bool(programme),
    }
    told = {"asker": asker, "as_of": cut.moment or "", "cut": cut}
    return render(request, "rules.html", told | needs)


def show_rule(request: Request) -> Response:
    """GET /rules/{rule} — one row, and on which days of a pilot it would have spoken up."""
    asker, platform = asker_of(request), platform_of(request)
    cut, row = cut_of(request, asker), _row(request.path_params["rule"])
    warn = next((r for r in RULES if r.id == row.id and isinstance(r, Warn)), None)
    with platform.views.reading() as db:
        pilots = pilots_in_order(db, cut, limit=100)
        pilot = request.query_params.get("pilot", "")
        known = one(db, PILOTS, cut, pilot=pilot) if pilot else None
        programme = (known or (pilots[0] if pilots else {"programme": ""}))["programme"]
        in_force = _in_force(row, settings_of(db, cut, programme), programme)
        threshold = min(whole(request, "threshold", in_force.threshold), HIGHEST)
        fired = None
        if known and warn:
            until = moment_of(cut.moment) if cut.moment else platform.pilots.clock()
            fired = list(_stretches(_tried(db, warn, pilot, until, threshold)))
    needs: dict[str, Any] = {
        "fired": fired[-SHOWN:] if fired is not None else None,
        "in_force": in_force,
        "pilot": known,
        "pilots": pilots,
        "row": row,
        "threshold": threshold,
        "warns": warn is not None,
        "may_manage": cut == NOW and asker.standing == "manager" and bool(programme),
    }
    told = {"asker": asker, "as_of": cut.moment or "", "cut": cut}
    return render(request, "rule.html", told | needs)


def _row(rule: str) -> Row:
    found = next((row for row in METHOD if row.id == rule), None)
    if found is None:
        raise HTTPException(404, "The method has no such rule.")
    return found


def _in_force(row: Row, settings: Settings, programme: str) -> InForce:
    rules = [rule for rule in RULES if rule.id == row.id]
    if not rules:
        return InForce(row, "", 0, "", "")
    severity, default = rules[0].severity_in(settings), rules[0].default
    amount = rules[0].threshold_in(settings)
    given = {"programme": programme, "rule": row.id, "severity": severity}
    given |= {"threshold": str(amount)} if default.unit else {}
    change = filled_form("set-rule", given) if programme else ""
    return InForce(row, severity, amount, default.unit, change)


def _tried(
    db: Connection, rule: Warn, pilot: str, until: datetime, threshold: int
) -> Iterator[tuple[datetime, list[Notice]]]:
    def known_at(moment: datetime) -> Known | None:
        return known_pilot(db, Cut(moment=stamp(moment)), pilot)

    newest = latest(db, Cut(moment=stamp(until)), pilot=pilot, limit=1)
    first = one(db, PILOTS, NOW, pilot=pilot)
    if not newest or first is None:
        return iter(())
    began = moment_of(first["proposed_at"])
    return back_test(rule, known_at, began, min(until, began + MOST_DAYS * DAY), threshold)


def _stretches(fired: Iterator[tuple[datetime, list[Notice]]]) -> Iterator[Fired]:
    stretch: Fired | None = None
    for moment, said in islice(fired, MOST_DAYS):
        if stretch and (moment.date() - stretch.last.date()).days == 1:
            stretch = Fired(stretch.first, moment, stretch.days + 1, said[0].says)
            continue
        if stretch:
            yield stretch
        stretch = Fired(moment, moment, 1, said[0].says)
    if stretch:
        yield stretch
