"""What is taken for true: how many assumptions were open over time, and how tests came out."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, select

from domain.kernel.moments import moment_of, zone_called
from domain.metrics.weeks import WEEK, week_of
from domain.rules.known import KnownCharter
from projections.engine.as_of import Cut, seen
from projections.engine.begun import begun
from projections.models.evidence import ASSUMPTIONS

STATES_LOOKED_AT = 2000  # states of the assumptions of one pilot
OPEN = ("untested", "unclear")
RISKS = ("high", "medium", "low")
WEEKS = 26  # for which weeks are shown; longer times are shown by month


class Count(Struct, frozen=True):
    """How many assumptions were open at a moment, by what it would mean if they were wrong."""

    at: datetime
    high: int
    medium: int
    low: int


class KnownAssumption(Struct, frozen=True, kw_only=True):
    """One assumption as it stands: untested, unclear, held or failed."""

    assumption: str
    text: str
    risk: str
    result: str
    said_at: datetime
    tested_at: datetime | None


class AssumptionsOverTime(Struct, frozen=True):
    """Assumptions that are open, those that were tested, and the open count over time."""

    open: tuple[KnownAssumption, ...]
    tested: tuple[KnownAssumption, ...]
    over_time: tuple[Count, ...]
    step: str
    """week or month"""


def assumptions_over_time(
    db: Connection, cut: Cut, charter: KnownCharter, moment: datetime
) -> AssumptionsOverTime:
    """Return what a pilot takes for true, tested or not, and the open count up to a moment."""
    of_pilot = ASSUMPTIONS.c.pilot == charter.pilot
    now = select(ASSUMPTIONS).where(of_pilot, *seen(ASSUMPTIONS, cut))
    rows = db.execute(now.order_by(ASSUMPTIONS.c.said_at)).mappings().all()
    ever = select(ASSUMPTIONS).where(of_pilot, *begun(ASSUMPTIONS, cut))
    states = (
        db.execute(ever.order_by(ASSUMPTIONS.c.position).limit(STATES_LOOKED_AT)).mappings().all()
    )
    known = [_assumption(row) for row in rows]
    first = min((moment_of(row["known_from"]) for row in states), default=moment)
    step = "week" if moment - first <= WEEKS * WEEK else "month"
    waiting = [
        (row["risk"], moment_of(row["known_from"]), _until(row, moment, cut))
        for row in states
        if row["status"] in OPEN
    ]
    at_home = first.astimezone(zone_called(charter.time_zone))
    return AssumptionsOverTime(
        tuple(
            sorted(
                (each for each in known if each.result in OPEN),
                key=lambda each: RISKS.index(each.risk),
            )
        ),
        tuple(each for each in known if each.result not in OPEN),
        tuple(_count(at, waiting) for at in _moments(at_home, moment, step)) if states else (),
        step,
    )


def _assumption(row: Mapping[Any, Any]) -> KnownAssumption:
    return KnownAssumption(
        assumption=row["assumption"],
        text=row["text"],
        risk=row["risk"],
        result=row["status"],
        said_at=moment_of(row["said_at"]),
        tested_at=moment_of(row["tested_at"]) if row["tested_at"] else None,
    )


def _until(row: Mapping[Any, Any], moment: datetime, cut: Cut) -> datetime | None:
    """Return when a state was over; None where it still stands as far as the cut sees."""
    if row["known_until"] is None or moment_of(row["known_until"]) > moment:
        return None
    later = cut.position is not None and row["until_position"] > cut.position
    return None if later else moment_of(row["known_until"])


def _count(at: datetime, waiting: list[tuple[str, datetime, datetime | None]]) -> Count:
    is_open = Counter(
        risk for risk, since, until in waiting if since <= at and (until is None or until > at)
    )
    return Count(at, *(is_open[risk] for risk in RISKS))


def _moments(first: datetime, last: datetime, step: str) -> Iterator[datetime]:
    """Yield the end of each week or month from the first moment on, and the last moment."""
    day = _next(first.date(), step)
    while (at := datetime.combine(day, time.min, first.tzinfo)) < last:
        yield at
        day = _next(day, step)
    yield last


def _next(day: date, step: str) -> date:
    """Return the Monday, or the first day of the month, after a day."""
    if step == "week":
        return week_of(day) + WEEK
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
