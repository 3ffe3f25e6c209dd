"""What waits for a decision: verdicts that nobody followed, decisions to be looked at again."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import Connection, func, or_, select

from domain.kernel.moments import day_in, moment_of
from domain.review.standing import Due
from projections.decisions.due import waits_until
from projections.engine.as_of import Cut, seen
from projections.models.decisions import DECISIONS

DECISIONS_WAITING = 500  # of what waits, the oldest


def decisions_due(
    db: Connection, cut: Cut, moment: datetime, zones: Mapping[str, str]
) -> dict[str, tuple[Due, ...]]:
    """Return what is due on the day of a moment, by pilot, the oldest first.

    `zones` says by which clocks that day is told in each pilot that is asked for.
    """
    today = {pilot: day_in(zone, moment) for pilot, zone in zones.items()}
    columns = DECISIONS.c
    undecided = columns.verdict.is_(None)
    waits = waits_until(str(max(today.values(), default="0001")))
    query = select(DECISIONS).where(or_(undecided, waits), *seen(DECISIONS, cut))
    rows = db.execute(query.order_by(columns.position).limit(DECISIONS_WAITING)).mappings().all()
    decided = _decided_last(db, cut) if any(row["verdict"] is None for row in rows) else {}
    found: dict[str, tuple[Due, ...]] = {}
    for row in rows:
        pilot = row["pilot"]
        if row["verdict"] is None and decided.get(pilot, 0) > row["position"]:
            continue  # somebody decided since, without naming these verdicts
        if pilot not in zones or (row["revisit_on"] or "") > str(today[pilot]):
            continue
        since = day_in(zones[pilot], moment_of(row["known_from"]))
        if row["verdict"]:
            since = date.fromisoformat(row["revisit_on"])
        sides = tuple(filter(None, (row["sponsor"], row["team"])))
        taken_on = date.fromisoformat(row["taken_on"]) if row["taken_on"] else None
        expected = row["expected_effect"] or ""
        due = Due(row["decision"], since, row["verdict"], sides, taken_on, expected)
        found[pilot] = (*found.get(pilot, ()), due)
    return found


def _decided_last(db: Connection, cut: Cut) -> dict[str, int]:
    query = select(DECISIONS.c.pilot, func.max(DECISIONS.c.position))
    taken = query.where(DECISIONS.c.verdict.is_not(None), *seen(DECISIONS, cut))
    return dict(db.execute(taken.group_by(DECISIONS.c.pilot)).all())
