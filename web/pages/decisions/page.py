"""The page of a decision: what was decided, what we knew then, and what became of it since."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from msgspec import Struct, structs
from sqlalchemy import Connection, RowMapping
from starlette.responses import Response

from domain.facts.decision import DecisionTaken
from domain.kernel.aggregate import Event
from domain.kernel.messages import Text, say
from domain.kernel.moments import day_in, stamp
from domain.result.measure import Measurement
from domain.rules import RULES
from domain.rules.speaking import hints
from pilots.commands.decision import RevisitDecision
from projections.decisions.evidence_share import cited_by
from projections.decisions.reasons import Reason, reasons_named
from projections.decisions.verdicts import gap_in_words
from projections.engine.as_of import NOW, Cut
from projections.pilot.figures import Figures, figures_of
from projections.pilot.known_pilot import known_pilot
from projections.pilot.measure_results import measure_results
from projections.pilot.rules_in_force import settings_of, zones_of
from projections.records.lookups import names_of, passed_gates_of, pilot_known, pilots_named
from projections.records.records import record
from web.charts.measure_curve import measure_curve
from web.http.last_saved import just_done
from web.http.page import Page
from web.http.reading import Reading
from web.http.refusal import Unanswerable
from web.pages.decisions.due import day_of_reader
from web.pages.decisions.options import Before, EvidenceShare, options_of
from web.pages.records.page import Happened, happened_to
from web.pages.results import LARGE, ShownMeasure, ShownResult, results_for
from web.timeline.lineage_tree import Family, family_of
from web.ui.actions import Action, Begun, actions_on
from web.ui.hints import Shown, shown
from web.ui.toast import Toast, toast_for


class KnownThen(Struct, frozen=True, kw_only=True):
    """What was known at the moment of a decision: its reasons, the gates, what rules said."""

    reasons: Mapping[str, Reason]
    basis: EvidenceShare
    figures: Figures
    gates: Sequence[Before]
    hints: Sequence[Shown]
    moment: str


class KnownSince(Struct, frozen=True, kw_only=True):
    """What is known of its reasons since."""

    reasons: Mapping[str, Reason]
    basis: EvidenceShare
    figures: Figures


class CameOf(Struct, frozen=True):
    """What a measure said when it was decided, and what it says since."""

    each: ShownMeasure
    then: Measurement | None


class DecisionPage(Page, template="decisions/decision.html"):
    """A decision: what was known when it was taken, and what became of it."""

    decision: RowMapping
    pilot: RowMapping
    then: KnownThen | None
    since: KnownSince
    family: Family
    passed: Sequence[RowMapping]
    """Gates that were overridden with it."""
    actions: Sequence[Action]
    gap: Text
    happened: Sequence[Happened]
    is_overdue: bool
    one: ShownResult
    """Whether the pilot works today."""
    came: Sequence[CameOf]
    put_off_as: str
    """What its check is called while it waits."""
    may_change: bool
    names: Mapping[str, str]
    toast: Toast | None


def show_decision(reading: Reading) -> Response:
    """GET /decisions/{decision} — what was decided and on what, now or as it was known."""
    db, cut, asker = reading.db, reading.cut, reading.asker
    decision, may_change = reading.path["decision"], reading.may_change
    facts = reading.platform.pilots.facts_of(decision)
    events = [each for each in facts if _is_seen(each, cut)]
    row = record(db, cut, "decision", decision)
    pilot = pilot_known(db, cut, row["pilot"]) if row else None
    if row is None or pilot is None:
        raise Unanswerable(404, say("No such thing was known then, or you may not see it."))
    names = names_of(db, [each.by for each in events], cut)
    taken = row["taken_at"]
    begun = Begun(decision, events[0].by) if events else None
    page = DecisionPage(
        decision=row,
        pilot=pilot,
        then=_then(db, row, _taken_at(events)) if taken else None,
        since=_since(db, cut, row),
        family=family_of(db, cut, decision),
        passed=[
            each
            for each in passed_gates_of(db, cut, row["pilot"])
            if taken and each["passed_at"] == taken
        ],
        actions=actions_on("decision", begun, row["status"], asker) if begun and may_change else (),
        gap=gap_in_words(row["sponsor"], row["team"]),
        happened=happened_to(events, names),
        is_overdue=row["status"] == "taken"
        and (row["revisit_on"] or "9999") <= day_of_reader(reading.now, asker, cut),
        one=(one := results_for(reading, [pilot])[pilot["pilot"]]),
        came=_came(db, row, one, _taken_at(events)),
        put_off_as=f"{RevisitDecision.called} {decision}",
        may_change=may_change,
        names=names,
        toast=toast_for(db, just_done(reading)),
    )
    return reading.render(page)


def _then(db: Connection, row: RowMapping, moment: datetime | None) -> KnownThen | None:
    """Return what was known at the place in the history that was seen by those who decided."""
    cut = Cut(position=row["seen"])
    known = known_pilot(db, cut, row["pilot"])
    if known is None or moment is None:
        return None
    settings = settings_of(db, cut, known.charter.programme)
    cited = cited_by(db, NOW, [row["decision"]]).get(row["decision"], [])
    conclusion = next((each for each in cited if each.startswith("conclusion-")), "")
    options = options_of(known, moment, settings, conclusion)
    return KnownThen(
        reasons=(reasons := reasons_named(db, cut, cited)),
        basis=_basis(reasons, len(cited)),
        figures=figures_of(db, cut, [row["pilot"]])[row["pilot"]],
        gates=next(each.gates for each in options if each.verdict == row["verdict"]),
        hints=[shown(each, row["pilot"]) for each in hints(RULES, known, moment, settings)],
        moment=stamp(moment),
    )


def _came(
    db: Connection, row: RowMapping, one: ShownResult, moment: datetime | None
) -> list[CameOf]:
    """Return the measures of the pilot, then and since, with the day of the decision marked."""
    if moment is None:
        return []
    cut, result = Cut(position=row["seen"]), one.result
    zones = zones_of(db, cut, pilots_named(db, cut, [row["pilot"]]))
    before = measure_results(db, cut, zones, moment).get(row["pilot"], [])
    then = {each.measure: each.last for each in before}
    decided = day_in(zones.get(row["pilot"], "UTC"), moment)
    curves = {
        each.result.measure: measure_curve(each.result, LARGE, result.today, decided_on=decided)
        for each in one.leading
    }
    return [
        CameOf(
            structs.replace(each, large=curves[each.result.measure]),
            then.get(each.result.measure),
        )
        for each in one.leading
    ]


def _since(db: Connection, cut: Cut, row: RowMapping) -> KnownSince:
    cited = cited_by(db, cut, [row["decision"]]).get(row["decision"], [])
    figures: Figures = figures_of(db, cut, [row["pilot"]])[row["pilot"]]
    reasons = reasons_named(db, cut, cited)
    return KnownSince(reasons=reasons, basis=_basis(reasons, len(cited)), figures=figures)


def _basis(reasons: Mapping[str, Reason], cited: int) -> EvidenceShare:
    return EvidenceShare(cited, sum(each.rests for each in reasons.values()))


def _taken_at(events: list[Event]) -> datetime | None:
    taken = (each for each in events if isinstance(each.fact, DecisionTaken))
    return next((each.recorded_at or each.occurred_at for each in taken), None)


def _is_seen(event: Event, cut: Cut) -> bool:
    known_at = stamp(event.recorded_at or event.occurred_at)
    later = cut.moment is not None and known_at > cut.moment
    return not later and (cut.position is None or event.position <= cut.position)
