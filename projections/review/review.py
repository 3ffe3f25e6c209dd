"""What a review shows: which pilots moved, which need somebody, and which are quiet."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct
from sqlalchemy import Connection, RowMapping

from projections.records.lookups import pilots_in_order
from projections.review.due import decisions_due
from projections.review.lines import ReviewFindings, ReviewLine, lines_of
from projections.review.period import Period, moved_in
from projections.review.turnout import went_quiet

LOOKED_AT = 500  # pilots, those proposed last
PAGE_SIZE = 50
QUIET = 100  # named; the rest is counted
UNDER_WAY = ("running", "paused")
GOING = ("proposed", *UNDER_WAY)


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
    moved: int
    """Pilots with a fact in the stretch."""
    facts: int
    wheels: int
    """Pilots in which the hamster wheel turns, among those shown."""
    due: int
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
    due = decisions_due(db, stretch.cut, stretch.ends)
    running = [row["pilot"] for row in rows if row["stage"] == "running"]
    quieted = went_quiet(db, stretch, running)
    ended = {row["pilot"] for row in rows if _is_past_its_end(row, stretch)}
    urgent = due.keys() | ended | waiting.keys() | quieted
    shown = [row for row in rows if row["pilot"] in moved or row["pilot"] in urgent]
    shown.sort(key=lambda row: (row["pilot"] not in urgent, -moved.get(row["pilot"], 0)))
    quiet = [row for row in rows if row["stage"] in GOING and row not in shown]
    page = shown[offset : offset + PAGE_SIZE]
    lines = lines_of(db, stretch, page, ReviewFindings(moved, due, waiting, quieted))
    return ReviewReport(
        starts=stretch.starts,
        ends=stretch.ends,
        position=stretch.position,
        moved=sum(row["pilot"] in moved for row in shown),
        facts=sum(moved.get(row["pilot"], 0) for row in shown),
        wheels=sum(line.has_wheel for line in lines),
        due=sum(len(due.get(row["pilot"], ())) for row in shown),
        lines=tuple(sorted(lines, key=lambda line: (-line.score, -line.moved, line.title))),
        more=offset + PAGE_SIZE if len(shown) > offset + PAGE_SIZE else None,
        quiet=tuple(QuietPilot(row["pilot"], row["title"], row["stage"]) for row in quiet[:QUIET]),
        quiet_in_all=len(quiet),
    )


def _is_past_its_end(row: RowMapping, stretch: Period) -> bool:
    ends_on, today = row["ends_on"], str(stretch.ends.date())
    return row["stage"] in UNDER_WAY and bool(ends_on) and ends_on < today
