"""The form of a decision: reasons that rest on something, gates by verdict, two blind verdicts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, RowMapping
from starlette.responses import Response

from domain.kernel.access import Asker, authorize
from domain.kernel.messages import say
from domain.kernel.moments import zone_called
from domain.review.options import chosen_beforehand
from domain.review.suggestion import Suggestion
from domain.rules.known import Known, KnownCharter
from pilots.commands.base import Command
from pilots.store.verdicts import waiting_verdicts
from projections.decisions.reasons import Reason, last_decided, reasons_named, reasons_of
from projections.engine.as_of import NOW, Cut
from projections.pilot.figures import Figures, figures_of
from projections.pilot.known_pilot import known_pilot
from projections.pilot.rules_in_force import settings_of, zones_of
from projections.read_side import place_of
from projections.records.lookups import Rows, conclusions_of, names_of, pilot_known, pilots_named
from projections.review.due import decisions_due
from projections.review.lines import ReviewFindings, lines_of
from projections.timeline.feed import latest
from web.forms.fields import Field, fields_of
from web.forms.parsing import seen_in
from web.http.page import Page, Part
from web.http.reading import Reading
from web.http.refusal import Unanswerable
from web.pages.commands.form import Sent, back_in, refusal_in, status_in
from web.pages.decisions.options import (
    EvidenceShare,
    ShownOption,
    Sides,
    basis_for,
    options_of,
    sides_of,
)
from web.pages.period import stretch_from
from web.pages.results import ShownResult, results_within
from web.ui.hints import opening

AGAIN = (60, 90, 30)  # days after which a decision is often looked at again, the usual first
PICKED = ("lessons", "evidence")
AT_ONCE = 4  # reasons that are shown at once
POOLS = 50  # conclusions that are offered, the newest


class RestsOnPart(Part):
    """What a decision can rest on: numbers, reasons, conclusions, and what each verdict asks."""

    basis: EvidenceShare
    conclusions: Rows
    figures: Figures
    last: RowMapping | None
    """The decision before."""
    names: Mapping[str, str]
    options: Sequence[ShownOption]
    picked: Sequence[str]
    in_favour: Sequence[Reason]
    against: Sequence[Reason]
    more: Sequence[Reason]
    """Reasons beyond the few that are shown at once."""


class DecidePage(Page, template="decisions/decide.html"):
    """The form of a decision about what was `seen`, a position."""

    pilot: KnownCharter
    rests_on: RestsOnPart
    one: ShownResult
    """Whether the pilot works, as far as was seen."""
    suggestion: Suggestion | None
    again: Sequence[str]
    """Days on which it may be looked at again (2026-03-02)."""
    back: str
    command_id: str | None
    error: str
    fields: Mapping[str, Field]
    is_older: bool
    """Whether something happened since."""
    kind: type[Command]
    opens: tuple[str, str] | None
    seen: int | None
    side: str
    """Whose verdict one gives: sponsor or team."""
    sides: Sides
    touched: str
    """The field by which it is asked for anew."""
    values: Mapping[str, Any]


def show_decide(reading: Reading, kind: type[Command], sent: Sent | None = None) -> Response:
    """GET /pilots/{pilot}/take-decision — decide on what is shown; the position is kept as seen."""
    asker, platform = reading.asker, reading.platform
    authorize(asker, "write")
    pilot, now, db = reading.path["pilot"], reading.now, reading.db
    error, wrong = refusal_in(sent)
    seen = (seen_in(dict(sent.fields)) if sent else None) or place_of(db)
    cut = Cut(position=seen or 0)
    known = known_pilot(db, cut, pilot)
    if known is None:
        raise Unanswerable(404, say("There is no such thing here, or you may not see it."))
    waiting = waiting_verdicts(platform.history, pilot)
    sides = sides_of(db, cut, pilot, waiting)
    values = dict(sent.fields) if sent else _asked(reading)
    if not sent:
        values = _offered(db, cut, pilot, asker, now) | {"decision": sides.decision} | values
    newest = latest(db, NOW, pilot=pilot, limit=1)
    fields = {each.name: each for each in fields_of(kind, values, {})}
    for each in fields.values():
        each.error = say("See above.") if each.name == wrong else ""
    page = DecidePage(
        pilot=known.charter,
        rests_on=_rests_on(db, cut, known, values, now),
        one=_result(db, cut, pilot, now, asker.zone),
        suggestion=suggested(db, cut, pilot, now, asker.zone),
        again=[_in_days(now, asker, days) for days in sorted(AGAIN)],
        back=back_in(values, reading),
        command_id=values.get("command_id"),
        error=error,
        fields=fields,
        is_older=bool(newest) and newest[0]["position"] > cut.position,
        kind=kind,
        opens=opening(sent.refused) if sent else None,
        seen=seen,
        side="sponsor" if asker.person == known.charter.sponsor else "team",
        sides=sides,
        touched=reading.request.headers.get("hx-source", "").partition("#")[2],
        values=values,
    )
    return reading.render(page, status=status_in(sent))


def _asked(reading: Reading) -> dict[str, Any]:
    asked = reading.query
    fields: dict[str, Any] = {name: value for name, value in asked.items() if name != "command_id"}
    return fields | {name: asked.getlist(name) for name in PICKED if name in asked}


def _offered(db: Connection, cut: Cut, pilot: str, asker: Asker, now: datetime) -> dict[str, Any]:
    """Return what the form begins with: reasons, the last conclusion, a day to look back."""
    last = last_decided(db, cut, pilot)
    ticked = chosen_beforehand(reasons_of(db, cut, pilot), last["taken_at"] if last else "")
    reached = [row for row in conclusions_of(db, cut, pilot, POOLS) if row["status"] == "reached"]
    return {
        "lessons": [thing for thing in ticked if thing.startswith("lesson-")],
        "evidence": [thing for thing in ticked if thing.startswith("evidence-")],
        "conclusion": reached[0]["conclusion"] if reached else "",
        "revisit_on": _in_days(now, asker, AGAIN[0]),
    }


def _rests_on(
    db: Connection, cut: Cut, known: Known, values: dict[str, Any], now: datetime
) -> RestsOnPart:
    pilot = known.charter.pilot
    picked = [thing for name in PICKED for thing in values.get(name, [])]
    conclusion = str(values.get("conclusion") or "")
    offered = {each.thing: each for each in reasons_of(db, cut, pilot)}
    elsewhere = [thing for thing in picked if thing not in offered]
    last = last_decided(db, cut, pilot)
    first = _shown_first([*offered.values()], last)
    shown = [each for thing, each in offered.items() if thing in first]
    settings = settings_of(db, cut, known.charter.programme)
    return RestsOnPart(
        basis=basis_for(db, cut, {*picked, *([conclusion] if conclusion else [])}),
        conclusions=conclusions_of(db, cut, pilot, POOLS),
        figures=figures_of(db, cut, [pilot])[pilot],
        last=last,
        names=names_of(db, [last["taken_by"]] if last else [], cut),
        options=options_of(known, now, settings, conclusion),
        picked=picked,
        in_favour=[each for each in shown if not each.doubted],
        against=[each for each in shown if each.doubted],
        more=[
            *(each for thing, each in offered.items() if thing not in first),
            *reasons_named(db, cut, elsewhere).values(),
        ],
    )


def _shown_first(reasons: Sequence[Reason], last: RowMapping | None) -> set[str]:
    """Return the few that are shown at once: what is ticked beforehand, else the weightiest."""
    ticked = chosen_beforehand(reasons, last["taken_at"] if last else "")
    others = [each.thing for each in reasons if each.thing not in ticked]
    return {*ticked, *others[: max(AT_ONCE - len(ticked), 0)]}


def _result(db: Connection, cut: Cut, pilot: str, now: datetime, zone: str) -> ShownResult:
    stretch = replace(stretch_from(db, "", cut, now, zone).stretch, ends=now)
    return results_within(db, stretch, pilots_named(db, stretch.cut, [pilot]))[pilot]


def _in_days(now: datetime, asker: Asker, days: int) -> str:
    return str(now.astimezone(zone_called(asker.zone)).date() + timedelta(days=days))


def suggested(db: Connection, cut: Cut, pilot: str, now: datetime, zone: str) -> Suggestion | None:
    """Return what a review up to a cut would suggest for a pilot, if it would suggest anything."""
    stretch = stretch_from(db, "", cut, now, zone).stretch
    row = pilot_known(db, stretch.cut, pilot)
    if row is None:
        return None
    zones = zones_of(db, stretch.cut, [row])
    due = decisions_due(db, stretch.cut, stretch.ends, zones)
    (line,) = lines_of(db, stretch, [row], ReviewFindings(zones, {}, due, {}, frozenset()))
    return line.suggestion
