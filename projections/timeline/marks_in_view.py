"""What the timeline of a pilot asks: how many marks there are on which days, and those in view."""

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import Connection, RowMapping

from projections.engine.as_of import Cut, as_known, counted
from projections.models.timeline_marks import BY_DAY, MARKS, OPEN
from projections.records.lookups import one


def goes_on(last: str) -> bool:
    """Tell whether the last day of a mark says that it has none yet."""
    return last == OPEN


class MarkCount(Struct, frozen=True):
    """How many marks of a lane have the same first and last day (UTC)."""

    lane: str
    first: str
    last: str
    amount: int


def mark_counts(db: Connection, cut: Cut, pilot: str, axis: str) -> list[MarkCount]:
    """Return how many marks of a pilot stand, by lane and days; grows with days, not with marks."""
    by = ("lane", f"{axis}_first", f"{axis}_last")
    return [
        MarkCount(*row)
        for row in db.execute(counted(BY_DAY[axis], cut, by, pilot=pilot, status="stands"))
    ]


def streams_of_marks(
    db: Connection,
    cut: Cut,
    pilot: str,
    axis: str,
    *,
    lane: str,
    days: tuple[str, str] | None,
    after: int,
    limit: int,
) -> list[tuple[str, int]]:
    """Return the things a lane has marks of that begin on some days, or all, with their places."""
    query = as_known(MARKS, cut).where(
        MARKS.c.pilot == pilot, MARKS.c.lane == lane, MARKS.c.status == "stands"
    )
    if days:
        place = MARKS.c[f"{axis}_first"]
        query = query.where(place >= days[0], place <= days[1])
    ordered = query.where(MARKS.c.position > after).order_by(MARKS.c.position.op("+")(0))
    return [(row["mark"], row["position"]) for row in db.execute(ordered.limit(limit)).mappings()]


def marks_within(
    db: Connection, cut: Cut, pilot: str, axis: str, *, lane: str, first: str, last: str, limit: int
) -> Sequence[RowMapping]:
    """Return the marks of a lane that touch some days, in order; the first of them, up to a limit.

    What takes time, such as an experiment, touches every day from its first to its last.
    """
    place = (MARKS.c[f"{axis}_first"], MARKS.c[f"{axis}_last"])
    query = as_known(MARKS, cut).where(
        MARKS.c.pilot == pilot, MARKS.c.lane == lane, MARKS.c.status == "stands"
    )
    if lane == "experiment":
        query = query.where(place[1] >= first, place[0].concat("") <= last)
    else:
        query = query.where(place[0] >= first, place[0] <= last)
    ordered = query.order_by(MARKS.c[f"{axis}_at"].concat(""), MARKS.c.mark.concat(""))
    return db.execute(ordered.limit(limit)).mappings().all()


def newest_marks(
    db: Connection, cut: Cut, pilot: str, axis: str, *, lane: str, limit: int
) -> list[str]:
    """Return the things that the newest marks of a lane stand for, the newest first."""
    place = MARKS.c[f"{axis}_first"]
    query = as_known(MARKS, cut).where(
        MARKS.c.pilot == pilot, MARKS.c.lane == lane, MARKS.c.status == "stands"
    )
    newest = query.where(place <= OPEN).order_by(place.desc()).limit(limit)  # read along its index
    return [row["mark"] for row in db.execute(newest).mappings()]


def mark_of(db: Connection, cut: Cut, pilot: str, thing: str) -> RowMapping | None:
    """Return the mark of a thing on the timeline of a pilot, or None where it has none."""
    return one(db, MARKS, cut, mark=thing, pilot=pilot)
