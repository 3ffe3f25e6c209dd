"""The rules of the method: what each claims, what is in force, and when it would have spoken up."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from sqlalchemy import RowMapping
from starlette.responses import Response

from domain.kernel.messages import say
from domain.rules import RULES
from domain.rules.rule import Settings, Warn
from domain.rules.thresholds import HIGHEST
from domain.wording import LISTS
from projections.engine.as_of import NOW
from projections.pilot.rules_in_force import lists_of, settings_of
from projections.records.lookups import Rows, pilot_known, pilots_in_order, programmes_known
from web.http.page import Page
from web.http.reading import Reading
from web.http.refusal import Unanswerable
from web.method import METHOD, MethodRow
from web.method.backtest import BackTest, tried
from web.pages.pilot.looking import moment_of_cut
from web.ui.hints import filled_form


class InForce(Struct, frozen=True):
    """How a row of the method stands in a programme."""

    row: MethodRow
    severity: str
    threshold: int
    unit: str
    change: str


class RulesPage(Page, template="method/rules.html"):
    """Every row of the method as it stands in one programme, and the wording it looks for."""

    programmes: Rows
    programme: str
    rows: Sequence[InForce]
    lists: Mapping[str, Sequence[str]]
    list_names: Sequence[str]
    may_manage: bool


class RulePage(Page, template="method/rule.html"):
    """One row, and what it would have said of a pilot with a threshold."""

    trial: BackTest | None
    in_force: InForce
    pilot: RowMapping | None
    pilots: Sequence[RowMapping]
    programme: RowMapping | None
    row: MethodRow
    threshold: int
    warns: bool
    may_manage: bool


def show_rules(reading: Reading) -> Response:
    """GET /rules — every row of the method, and what each programme set."""
    db, cut = reading.db, reading.cut
    programmes = programmes_known(db, cut)
    programme = _programme(reading, programmes)
    settings = settings_of(db, cut, programme)
    lists = lists_of(db, cut, programme)
    page = RulesPage(
        programmes=programmes,
        programme=programme,
        rows=[_in_force(row, settings, programme) for row in METHOD],
        lists=lists,
        list_names=list(LISTS),
        may_manage=cut == NOW and reading.asker.standing == "manager" and bool(programme),
    )
    return reading.render(page)


def show_rule(reading: Reading) -> Response:
    """GET /rules/{rule} — one row, and on which days of a pilot it would have spoken up."""
    db, cut, row = reading.db, reading.cut, _row(reading.path["rule"])
    warns = [rule for rule in RULES if rule.id == row.id and isinstance(rule, Warn)]
    programmes = programmes_known(db, cut)
    programme = _programme(reading, programmes)
    pilots = [p for p in pilots_in_order(db, cut, limit=200) if p["programme"] == programme]
    pilot = reading.query.get("pilot", "")
    known = pilot_known(db, cut, pilot) if pilot else None
    in_force = _in_force(row, settings_of(db, cut, programme), programme)
    threshold = min(reading.whole("threshold", in_force.threshold), HIGHEST)
    until = moment_of_cut(reading)
    trial = tried(db, cut, warns, pilot, until, threshold=threshold) if known and warns else None
    page = RulePage(
        trial=trial,
        in_force=in_force,
        pilot=known,
        pilots=pilots,
        programme=next((p for p in programmes if p["programme"] == programme), None),
        row=row,
        threshold=threshold,
        warns=bool(warns),
        may_manage=cut == NOW and reading.asker.standing == "manager" and bool(programme),
    )
    return reading.render(page)


def _programme(reading: Reading, programmes: Rows) -> str:
    """Return the programme that is asked for, or the oldest. Raises 404 for none of ours."""
    asked = reading.query.get("programme", "")
    known = [each["programme"] for each in programmes]
    if asked and asked not in known:
        raise Unanswerable(404, say("There is no such programme here."))
    return asked or (known[0] if known else "")


def _row(rule: str) -> MethodRow:
    found = next((row for row in METHOD if row.id == rule), None)
    if found is None:
        raise Unanswerable(404, say("The method has no such rule."))
    return found


def _in_force(row: MethodRow, settings: Settings, programme: str) -> InForce:
    rules = [rule for rule in RULES if rule.id == row.id]
    if not rules:
        return InForce(row, "", 0, "", "")
    severity, default = rules[0].severity_in(settings), rules[0].default
    amount = rules[0].threshold_in(settings)
    given = {"programme": programme, "rule": row.id, "severity": severity}
    given |= {"threshold": str(amount)} if default.unit else {}
    change = filled_form("set-rule", given) if programme else ""
    return InForce(row, severity, amount, default.unit, change)
