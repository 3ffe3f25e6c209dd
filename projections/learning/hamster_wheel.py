"""How busy each week of a pilot was, and what was learned in it."""

from collections import Counter
from datetime import date, datetime

from msgspec import Struct
from sqlalchemy import Connection, func, select

from domain.metrics.learning import WHEEL_WEEKS
from domain.metrics.metric import Figure
from domain.metrics.weeks import week_of, weeks_up_to
from domain.rules.hamster_wheel import PilotWeek, hamster_wheel, weeks_of
from domain.rules.known import KnownCharter
from domain.rules.thresholds import BUSY_WEEK
from projections.engine.as_of import Cut, Since, counted, seen
from projections.models.decisions import DECISIONS
from projections.models.entries import COUNTED, RHYTHM
from projections.models.evidence import INSIGHTS
from projections.models.lessons import LESSONS

MOST_WEEKS = 53


class HamsterWheel(Struct, frozen=True):
    """The latest weeks of a pilot, oldest first, and how many of them turn a wheel."""

    weeks: tuple[PilotWeek, ...]
    turning: Figure
    still: bool
    """Whether the latest week that is over is one of them."""
    busy: int
    """Entries from which on a week without anything learned counts."""
    in_a_row: int
    """Such weeks in a row from which on a wheel turns."""


def hamster_wheel_of(
    db: Connection, cut: Cut, charter: KnownCharter, moment: datetime, in_a_row: int
) -> HamsterWheel:
    """Return the latest 53 weeks of a pilot, from the one it began in until it closed."""
    last = charter.day_of(min(moment, charter.closed_at or moment))
    began = charter.day_of(min(charter.started_at or charter.proposed_at, moment))
    first = max(week_of(began), weeks_up_to(last, MOST_WEEKS)[0])
    entries = _entries(db, cut, charter.pilot, first)
    weeks = weeks_of(entries, _learned(db, cut, charter.pilot, first), first, last)
    marked = hamster_wheel(weeks, in_a_row) if in_a_row else weeks
    turning = WHEEL_WEEKS.counts(sum(week.in_wheel for week in marked), first)
    still = [week.in_wheel for week in marked if week.over][-1:] == [True]
    return HamsterWheel(tuple(marked), turning, still, BUSY_WEEK, in_a_row)


def _entries(db: Connection, cut: Cut, pilot: str, first: date) -> dict[date, int]:
    since = Since(str(first))
    asked = counted(RHYTHM, cut, ("occurred_on",), pilot=pilot, occurred_on=since, status=COUNTED)
    return {date.fromisoformat(day): amount for day, amount in db.execute(asked)}


def _learned(db: Connection, cut: Cut, pilot: str, first: date) -> Counter[date]:
    found: Counter[date] = Counter()
    for table, day, stands in (
        (LESSONS, LESSONS.c.learned_on, LESSONS.c.status == "learned"),
        (INSIGHTS, INSIGHTS.c.said_on, INSIGHTS.c.status == "holds"),
        (DECISIONS, DECISIONS.c.taken_on, DECISIONS.c.taken_on.is_not(None)),
    ):
        query = select(day, func.count()).where(table.c.pilot == pilot, day >= str(first), stands)
        for text, amount in db.execute(query.where(*seen(table, cut)).group_by(day)):
            found[date.fromisoformat(text)] += amount
    return found
