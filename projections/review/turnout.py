"""Who took part in a stretch of time, several pilots at once: newcomers, those who came back."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from msgspec import Struct
from sqlalchemy import CTE, Connection, Select, and_, case, func, select, union_all

from domain.kernel.moments import day_in
from domain.metrics.metric import Figure
from domain.metrics.turnout import NEW_PEOPLE, RETURNING_PEOPLE
from domain.rules.thresholds import DAY, FORTNIGHT
from projections.engine.as_of import Cut, Since, counted
from projections.models.entries import ALONG, COUNTED, RHYTHM, TAKING_PART
from projections.models.people import merged_into
from projections.timeline.period import Period


class PeriodTurnout(Struct, frozen=True):
    """How many people took part in a pilot in a stretch, alone or along."""

    newcomers: Figure = NEW_PEOPLE.counts(0)
    returning: Figure = RETURNING_PEOPLE.counts(0)


def turnout_of(
    db: Connection, stretch: Period, zones: Mapping[str, str]
) -> dict[str, PeriodTurnout]:
    """Return who took part in each pilot within a stretch; who was merged is one person.

    `zones` says of each pilot by which clocks its days are counted.
    """
    pilots = list(zones)
    same = merged_into(stretch.cut)
    now = _amounts(stretch.cut, pilots, same).subquery()
    before = _amounts(stretch.since, pilots, same).subquery()
    is_one = and_(now.c.pilot == before.c.pilot, now.c.who == before.c.who)
    had = func.coalesce(before.c.amount, 0)
    is_new = func.sum(case((had == 0, 1), else_=0))
    query = select(now.c.pilot, is_new, func.count()).outerjoin_from(now, before, is_one)
    rows = db.execute(query.where(now.c.amount > had).group_by(now.c.pilot))
    since = {pilot: day_in(zone, stretch.starts) for pilot, zone in zones.items()}
    return {
        pilot: PeriodTurnout(
            NEW_PEOPLE.counts(int(new), since[pilot]),
            RETURNING_PEOPLE.counts(many - int(new), since[pilot]),
        )
        for pilot, new, many in rows
    }


def went_quiet(db: Connection, stretch: Period, zones: Mapping[str, str]) -> set[str]:
    """Return the pilots nobody took part in of late, though people did in as many days before.

    Of late is the stretch by when things happened, or two weeks where it is shorter; `zones` says
    of each pilot by which clocks its days are counted.
    """
    length = max(FORTNIGHT, stretch.ends - stretch.starts)
    quiet: set[str] = set()
    for zone, pilots in groupby(sorted(zones, key=zones.__getitem__), key=zones.__getitem__):
        in_zone = list(pilots)
        late, before = (
            _since(db, stretch.cut, in_zone, day_in(zone, stretch.ends - times * length + DAY))
            for times in (1, 2)
        )
        quiet |= before - late
    return quiet


def _since(db: Connection, cut: Cut, pilots: Sequence[str], day: date) -> set[str]:
    counted_only: dict[str, Any] = {"pilot": pilots, "status": COUNTED}
    return {row.pilot for row in db.execute(
        counted(RHYTHM, cut, ("pilot",), occurred_on=Since(str(day)), **counted_only)
    )}  # fmt: skip


def _amounts(cut: Cut, pilots: Sequence[str], same: CTE) -> Select[Any]:
    counted_only: dict[str, Any] = {"pilot": list(pilots), "status": COUNTED}
    parts = (
        counted(each, cut, ("pilot", "person"), **counted_only) for each in (TAKING_PART, ALONG)
    )
    all_ = union_all(*(select(part.subquery()) for part in parts)).subquery()
    who = func.coalesce(same.c.into, all_.c.person).label("who")
    query = select(all_.c.pilot, who, func.sum(all_.c.amount).label("amount"))
    return query.outerjoin_from(all_, same, same.c.person == all_.c.person).group_by(
        all_.c.pilot, who
    )
