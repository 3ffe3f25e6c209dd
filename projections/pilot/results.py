"""Whether pilots work, several at once: aim, measures, budget, time, people, and what is new."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct
from sqlalchemy import Connection, RowMapping, select

from domain.kernel.fields import Money
from domain.kernel.messages import Message, say, say_in_a_row, say_many
from domain.kernel.moments import day_in, moment_of
from domain.metrics.metric import Figure
from domain.metrics.value import HOURS_SPENT, TARGETS_REACHED
from domain.result.headline import headline_of
from domain.result.measure import MeasureResult
from domain.result.stage import ShownStage, is_silent, shown_stage
from projections.engine.as_of import seen
from projections.models.decisions import DECISIONS
from projections.models.entries import COUNTED, ENTRIES
from projections.models.pilots import PILOTS
from projections.pilot.figures import Figures, figures_of
from projections.pilot.measure_results import measure_results
from projections.pilot.news import news_of
from projections.pilot.rules_in_force import zones_of
from projections.timeline.period import Period
from projections.value.spending import Spent, spent_by_pilot

OVER: tuple[ShownStage, ...] = ("stopped", "ended", "ended_unknown")


class PilotResult(Struct, frozen=True, kw_only=True):
    """A pilot at the end of a stretch: what it is for, how it goes, what it took."""

    pilot: str
    title: str
    aim: str
    kind: str
    owner: str
    stage: ShownStage
    headline: Message
    measures: Sequence[MeasureResult]
    targets_reached: Figure
    hours: Figure
    stake_hours: int | None
    money: tuple[Money, ...]
    stake_money: Money | None
    today: date
    """The day it is looked at, where the pilot is at home."""
    started_on: date | None
    ends_on: date | None
    moved_ends: int
    """How many times its end was moved."""
    closed_on: date | None
    last_entry_on: date | None
    figures: Figures
    news: tuple[Message, ...]
    news_since: date

    @property
    def is_over(self) -> bool:
        """Tell whether it is no longer tried."""
        return self.stage in OVER

    @property
    def days_left(self) -> int | None:
        """Return how many days it has until its end, none where that is past; None without one."""
        return None if self.ends_on is None else max((self.ends_on - self.today).days, 0)

    @property
    def hours_over(self) -> int:
        """Return by how many hours its budget is spent over."""
        return max(self.hours.count - self.stake_hours, 0) if self.stake_hours else 0

    @property
    def spent_money(self) -> Decimal:
        """Return what was spent in the currency of its budget."""
        currency = self.stake_money and self.stake_money.currency
        amounts = (Decimal(each.amount) for each in self.money if each.currency == currency)
        return sum(amounts, Decimal(0))


def results_of(
    db: Connection, stretch: Period, rows: Sequence[RowMapping]
) -> dict[str, PilotResult]:
    """Return how each pilot goes at the end of a stretch, and what became known of it there."""
    cut, pilots = stretch.cut, [row["pilot"] for row in rows]
    if not rows:
        return {}
    zones = zones_of(db, cut, rows)
    measures = measure_results(db, cut, zones, stretch.ends)
    spent, figures = spent_by_pilot(db, cut, pilots), figures_of(db, cut, pilots)
    news, last = news_of(db, stretch, pilots), _last_entries(db, stretch, rows)
    stopped = _stopped(db, stretch, [row["pilot"] for row in rows if row["closed_at"]])
    return {
        row["pilot"]: _result(
            row,
            stretch,
            zone=zones[row["pilot"]],
            measures=measures[row["pilot"]],
            spent=spent.get(row["pilot"], Spent()),
            figures=figures[row["pilot"]],
            news=news[row["pilot"]],
            last=last.get(row["pilot"], (None, None)),
            is_stopped=row["pilot"] in stopped,
        )
        for row in rows
    }


def _result(
    row: RowMapping,
    stretch: Period,
    *,
    zone: str,
    measures: Sequence[MeasureResult],
    spent: Spent,
    figures: Figures,
    news: tuple[Message, ...],
    last: tuple[date | None, date | None],
    is_stopped: bool,
) -> PilotResult:
    ends_on = date.fromisoformat(row["ends_on"]) if row["ends_on"] else None
    closed_on = _day(row["closed_at"], zone)
    today, (happened, logged) = day_in(zone, stretch.ends), last
    stage = shown_stage(
        row["stage"],
        ended_early=is_stopped or bool(closed_on and ends_on and closed_on < ends_on),
        silent_import=bool(row["imported"]) and is_silent(logged, today),
    )
    judged = [each for each in measures if each.is_judged]
    reached = sum(each.state == "reached" for each in judged)
    money = row["stake_amount"] and Money(row["stake_amount"], row["stake_currency"])
    return PilotResult(
        pilot=row["pilot"],
        title=row["title"],
        aim=row["accomplishment"] or "",
        kind=row["kind"],
        owner=row["owner"],
        stage=stage,
        headline=_headline(stage, measures, closed_on, happened, figures),
        measures=measures,
        targets_reached=TARGETS_REACHED.over(reached, len(judged)),
        hours=HOURS_SPENT.counts(spent.hours),
        stake_hours=row["stake_hours"],
        money=spent.money,
        stake_money=money or None,
        today=today,
        started_on=_day(row["started_at"], zone),
        ends_on=ends_on,
        moved_ends=row["moved_ends"] or 0,
        closed_on=closed_on,
        last_entry_on=happened,
        figures=figures,
        news=news,
        news_since=day_in(zone, stretch.starts),
    )


def _headline(
    stage: ShownStage,
    measures: Sequence[MeasureResult],
    closed_on: date | None,
    last: date | None,
    figures: Figures,
) -> Message:
    kept = figures.lessons.count
    lessons = say_many(kept, "{n} lesson kept.", "{n} lessons kept.")
    if stage == "ended_unknown":
        ended = say("Ended. Last entry {day}.", day=last) if last else say("Ended.")
        return say_in_a_row([ended, _talk(figures)]) if figures.reactions.count else ended
    if stage in OVER and closed_on:
        ended = say("Stopped on {day}.") if stage == "stopped" else say("Ended on {day}.")
        sentences = [ended.of(day=closed_on), headline_of(measures)]
        return say_in_a_row(sentences + ([lessons] if kept else []))
    return headline_of(measures)


def _talk(figures: Figures) -> Message:
    return say(
        "{people}, {reactions} to {statements}.",
        people=say_many(figures.people.count, "{n} person", "{n} people"),
        reactions=say_many(figures.reactions.count, "{n} reaction", "{n} reactions"),
        statements=say_many(figures.contributions.count, "{n} statement", "{n} statements"),
    )


def _last_entries(
    db: Connection, stretch: Period, rows: Sequence[RowMapping]
) -> Mapping[str, tuple[date | None, date | None]]:
    """Return the last day something happened in each pilot, and the last it was logged on."""
    columns = ENTRIES.c
    theirs = (
        columns.pilot == PILOTS.c.pilot,
        columns.status.in_(COUNTED),
        *seen(ENTRIES, stretch.cut),
    )
    latest = [
        select(day).where(*theirs, day.is_not(None)).order_by(day.desc()).limit(1).scalar_subquery()
        for day in (columns.occurred_on, columns.logged_on)
    ]
    query = select(PILOTS.c.pilot, *latest).where(
        PILOTS.c.pilot.in_([row["pilot"] for row in rows]), *seen(PILOTS, stretch.cut)
    )
    return {pilot: (_date(on), _date(logged)) for pilot, on, logged in db.execute(query)}


def _stopped(db: Connection, stretch: Period, closed: Sequence[str]) -> set[str]:
    """Return which of some closed pilots somebody decided to stop."""
    if not closed:
        return set()
    query = select(DECISIONS.c.pilot).where(
        DECISIONS.c.pilot.in_(closed),
        DECISIONS.c.verdict == "stop",
        *seen(DECISIONS, stretch.cut),
    )
    return set(db.scalars(query))


def _day(moment: str | None, zone: str) -> date | None:
    return day_in(zone, moment_of(moment)) if moment else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
