"""What a review shows: which pilots moved, which need somebody, and which are quiet."""

from collections.abc import Mapping
from datetime import date, datetime

from msgspec import Struct, field
from sqlalchemy import Connection, RowMapping

from domain.kernel.moments import day_in
from domain.metrics.metric import Figure
from domain.metrics.review import DECISIONS_DUE, FACTS_KNOWN, HAMSTER_WHEELS, PILOTS_MOVED
from domain.pilot import NOT_OVER
from domain.review.ranking import by_need, first_look, is_past_its_end
from projections.pilot.rules_in_force import zones_of
from projections.records.lookups import pilots_in_order
from projections.review.due import decisions_due
from projections.review.lines import ReviewFindings, ReviewLine, lines_of
from projections.review.period import moved_in
from projections.review.turnout import went_quiet
from projections.timeline.period import Period

LOOKED_AT = 500  # pilots, those proposed last
PAGE_SIZE = 50
QUIET = 100  # named; the rest is counted


class QuietPilot(Struct, frozen=True):
    """A pilot in which nothing happened, and for which nothing is due."""

    pilot: str
    title: str
    stage: str


class ReviewReport(Struct, frozen=True, kw_only=True):
    """What a review shows: pilots by what they need, and in numbers what happened."""

    starts: datetime
    ends: datetime
    position: int
    """Everything up to here is shown."""
    moved: Figure
    """Pilots with a fact in the stretch."""
    facts: Figure
    hamster_wheels: Figure = field(name="wheels")
    """Pilots in which the hamster wheel turns, among those shown."""
    due: Figure
    """Decisions that are due."""
    lines: tuple[ReviewLine, ...]
    more: int | None
    """Where the next page begins; None on the last one."""
    quiet: tuple[QuietPilot, ...]
    quiet_in_all: int


def review_of(
    db: Connection, stretch: Period, waiting: Mapping[str, str], *, offset: int = 0
) -> ReviewReport:
    """Return a page of a review; `waiting` says for which side each pilot's verdict waits.

    Pilots for which something is due come first, then those that moved most; a page of them is
    ranked by what each needs.
    """
    rows = pilots_in_order(db, stretch.cut, limit=LOOKED_AT)
    moved = moved_in(db, stretch)
    zones = zones_of(db, stretch.cut, rows)
    due = decisions_due(db, stretch.cut, stretch.ends, zones)
    running = {row["pilot"]: zones[row["pilot"]] for row in rows if row["stage"] == "running"}
    quieted = went_quiet(db, stretch, running)
    ended = {row["pilot"] for row in rows if _is_past_its_end(row, stretch, zones[row["pilot"]])}
    urgent = due.keys() | ended | waiting.keys() | quieted
    of_pilot = {row["pilot"]: row for row in rows}
    shown = first_look(of_pilot, moved, urgent)
    quiet = [row for row in rows if row["stage"] in NOT_OVER and row["pilot"] not in set(shown)]
    page = [of_pilot[pilot] for pilot in shown[offset : offset + PAGE_SIZE]]
    lines = lines_of(db, stretch, page, ReviewFindings(zones, moved, due, waiting, quieted))
    return ReviewReport(
        starts=stretch.starts,
        ends=stretch.ends,
        position=stretch.position,
        moved=PILOTS_MOVED.counts(sum(pilot in moved for pilot in shown)),
        facts=FACTS_KNOWN.counts(sum(moved.get(pilot, 0) for pilot in shown)),
        hamster_wheels=HAMSTER_WHEELS.counts(sum(line.has_wheel for line in lines)),
        due=DECISIONS_DUE.counts(sum(len(due.get(pilot, ())) for pilot in shown)),
        lines=tuple(by_need(lines)),
        more=offset + PAGE_SIZE if len(shown) > offset + PAGE_SIZE else None,
        quiet=tuple(QuietPilot(row["pilot"], row["title"], row["stage"]) for row in quiet[:QUIET]),
        quiet_in_all=len(quiet),
    )


def _is_past_its_end(row: RowMapping, stretch: Period, zone: str) -> bool:
    ends_on = date.fromisoformat(row["ends_on"]) if row["ends_on"] else None
    return is_past_its_end(row["stage"], ends_on, day_in(zone, stretch.ends))
