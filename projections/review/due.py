"""What waits for a decision: verdicts that nobody followed, decisions to be looked at again."""

from datetime import date, datetime

from sqlalchemy import Connection, func, or_, select

from domain.review.standing import Due
from projections.decisions.due import waits_until
from projections.engine.as_of import Cut, seen
from projections.models.decisions import DECISIONS

DECISIONS_WAITING = 500  # of what waits, the oldest


def decisions_due(db: Connection, cut: Cut, moment: datetime) -> dict[str, tuple[Due, ...]]:
    """Return what is due on the day of a moment, by pilot, the oldest first."""
    columns = DECISIONS.c
    undecided = columns.verdict.is_(None)
    waits = waits_until(str(moment.date()))
    query = select(DECISIONS).where(or_(undecided, waits), *seen(DECISIONS, cut))
    rows = db.execute(query.order_by(columns.position).limit(DECISIONS_WAITING)).mappings().all()
    decided = _decided_last(db, cut) if any(row["verdict"] is None for row in rows) else {}
    found: dict[str, tuple[Due, ...]] = {}
    for row in rows:
        pilot = row["pilot"]
        if row["verdict"] is None and decided.get(pilot, 0) > row["position"]:
            continue  # somebody decided since, without naming these verdicts
        since = row["revisit_on"] if row["verdict"] else row["known_from"][:10]
        sides = tuple(filter(None, (row["sponsor"], row["team"])))
        due = Due(row["decision"], date.fromisoformat(since), row["verdict"], sides)
        found[pilot] = (*found.get(pilot, ()), due)
    return found


def _decided_last(db: Connection, cut: Cut) -> dict[str, int]:
    query = select(DECISIONS.c.pilot, func.max(DECISIONS.c.position))
    taken = query.where(DECISIONS.c.verdict.is_not(None), *seen(DECISIONS, cut))
    return dict(db.execute(taken.group_by(DECISIONS.c.pilot)).all())
