"""All pilots side by side in time: how much each logged and learned on which days."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, func, select

from domain.metrics.learning import LESSONS as LEARNED
from domain.metrics.metric import Figure
from domain.metrics.participation import ENTRIES
from domain.metrics.portfolio import PILOTS as PILOTS_PROPOSED
from projections.engine.as_of import NOW, Cut, as_known, counted, seen
from projections.models.entries import COUNTED, PARTICIPATION, RHYTHM
from projections.models.lessons import LESSONS, LOOPS
from projections.models.pilots import PILOTS, STAGES
from projections.models.timeline_facts import TIMELINE

BEGAN = func.coalesce(PILOTS.c.started_at, PILOTS.c.proposed_at)


class PilotActivity(Struct, frozen=True, kw_only=True):
    """One pilot on its way: amounts by day, as things happened."""

    pilot: str
    title: str
    began: str
    """When it was started; when it was proposed, where it never was."""
    logged: Mapping[str, int]
    """Entries that count, by day."""
    learned: Mapping[str, int]
    """Lessons that stand, by day."""


class Totals(Struct, frozen=True):
    """How much there is in all pilots, as far as a cut sees."""

    pilots: Figure
    entries: Figure
    lessons: Figure


class HistorySpan(Struct, frozen=True):
    """From when to when anything is known, now: a frame that stays where it is for every cut."""

    first_known: str
    last_known: str
    first: str
    last: str
    """The first start, and the last start, entry or lesson, as things happened."""


def pilots_as_begun(db: Connection, *, offset: int = 0, limit: int = 12) -> list[str]:
    """Return pilots in the order in which they began, as known now, whatever the cut."""
    query = select(PILOTS.c.pilot).where(*seen(PILOTS, NOW)).order_by(BEGAN, PILOTS.c.pilot)
    return list(db.scalars(query.offset(offset).limit(limit)))


def activity_of(db: Connection, cut: Cut, pilots: Sequence[str]) -> dict[str, PilotActivity]:
    """Return the ways of those of these pilots that were known."""
    rows = db.execute(as_known(PILOTS, cut).where(PILOTS.c.pilot.in_(pilots))).mappings()
    logged, learned = _days(db, cut, pilots)
    return {
        row["pilot"]: PilotActivity(
            pilot=row["pilot"],
            title=row["title"],
            began=row["started_at"] or row["proposed_at"],
            logged=logged.get(row["pilot"], {}),
            learned=learned.get(row["pilot"], {}),
        )
        for row in rows
    }


def totals(db: Connection, cut: Cut) -> Totals:
    """Return how many pilots, entries and lessons there are."""
    entries = counted(PARTICIPATION, cut, ("status",), status=COUNTED)
    lessons = counted(LOOPS, cut, ("status",), status="learned")
    asked = (counted(STAGES, cut, ("stage",)), entries, lessons)
    counts = (sum(row.amount for row in db.execute(each)) for each in asked)
    metrics = zip((PILOTS_PROPOSED, ENTRIES, LEARNED), counts, strict=True)
    return Totals(*(metric.counts(count) for metric, count in metrics))


def history_span(db: Connection) -> HistorySpan | None:
    """Return from when to when anything is known; None while there is no pilot."""
    known = select(func.min(TIMELINE.c.known_from)), select(func.max(TIMELINE.c.known_from))
    first_known, last_known = (db.scalar(each) for each in known)
    began = select(func.min(BEGAN), func.max(BEGAN)).where(*seen(PILOTS, NOW))
    day = RHYTHM.now.c.occurred_on
    logged = select(func.min(day), func.max(day))
    learned = db.scalar(select(func.max(LESSONS.c.learned_at)))
    (first, latest), (earliest, last) = db.execute(began).one(), db.execute(logged).one()
    if first is None:
        return None
    ends = max(latest, last or "", learned or "")
    return HistorySpan(first_known, last_known, min(first, earliest or first), ends)


Days = Mapping[str, Mapping[str, int]]


def _days(db: Connection, cut: Cut, pilots: Sequence[str]) -> tuple[Days, Days]:
    by = ("pilot", "occurred_on")
    entries = counted(RHYTHM, cut, by, pilot=list(pilots), status=COUNTED)
    day = LESSONS.c.learned_on
    conditions = LESSONS.c.pilot.in_(pilots), LESSONS.c.status == "learned", *seen(LESSONS, cut)
    lessons = select(LESSONS.c.pilot, day, func.count()).where(*conditions)
    return _by_pilot(db, entries), _by_pilot(db, lessons.group_by(LESSONS.c.pilot, day))


def _by_pilot(db: Connection, query: Any) -> Days:
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for pilot, day, amount in db.execute(query):
        found[pilot][day] = amount
    return found
