"""How many people a medium reaches: in which pilots, week by week, and how soon one responds."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from sqlalchemy import Connection, RowMapping, func, select

from domain.kernel.moments import moment_of
from domain.metrics.metric import Figure
from domain.metrics.participation import ENTRIES_ON_MEDIUM
from projections.engine.as_of import Cut, as_known
from projections.media.weekly_people import MediumWeek, average, people_by_week
from projections.models.charters import MEDIA
from projections.models.entries import ENTRIES
from projections.participation.activity import counting
from projections.participation.response_times import hours_to_first_response
from projections.records.lookups import titles_of

PILOTS_AT_MOST = 50


class Use(Struct, frozen=True):
    """One pilot that adopted a medium or logged on it; numbers come with its first entry there."""

    pilot: str
    title: str
    helps: tuple[str, ...]
    """The capabilities it was adopted for; none where it is used without."""
    entries: Figure = ENTRIES_ON_MEDIUM.counts(0)
    first_at: datetime | None = None
    last_at: datetime | None = None
    people_per_week: Figure | None = None
    responses: Figure | None = None
    median_hours: Figure | None = None


class MediumReach(Struct, frozen=True):
    """Whom a medium reaches, in all pilots together and in each."""

    medium: str
    uses: tuple[Use, ...]
    weeks: tuple[MediumWeek, ...] = ()
    """The weeks from the first to the last entry, at most the last 26 of them."""
    people_per_week: Figure | None = None
    """None before the first entry."""


def reach_of(db: Connection, cut: Cut, medium: str) -> MediumReach | None:
    """Return whom a medium reaches; None where nobody has adopted it or logged on it."""
    adopted, used = _adopted(db, cut, medium), _used(db, cut, medium)
    pilots = dict.fromkeys((*(row["pilot"] for row in used), *adopted))
    if not pilots:
        return None
    titles = titles_of(db, pilots, cut)
    unused = {
        pilot: Use(pilot, titles.get(pilot, ""), tuple(adopted.get(pilot, ()))) for pilot in pilots
    }
    uses = unused | {row["pilot"]: _use(db, cut, medium, unused[row["pilot"]], row) for row in used}
    if not used:
        return MediumReach(medium, tuple(uses.values()))
    first = min(row["first_on"] for row in used)
    last = max(row["last_on"] for row in used)
    weeks = people_by_week(db, cut, medium, [row["pilot"] for row in used], (first, last))
    return MediumReach(medium, tuple(uses.values()), weeks, average(weeks))


def _use(db: Connection, cut: Cut, medium: str, use: Use, row: RowMapping) -> Use:
    weeks = people_by_week(db, cut, medium, [use.pilot], (row["first_on"], row["last_on"]))
    response = hours_to_first_response(db, cut, use.pilot, medium)
    return Use(
        pilot=use.pilot,
        title=use.title,
        helps=use.helps,
        entries=ENTRIES_ON_MEDIUM.counts(row["entries"]),
        first_at=moment_of(row["first_at"]),
        last_at=moment_of(row["last_at"]),
        people_per_week=average(weeks),
        responses=response.count,
        median_hours=response.median_hours,
    )


def _adopted(db: Connection, cut: Cut, medium: str) -> dict[str, list[str]]:
    query = as_known(MEDIA, cut).where(MEDIA.c.medium == medium).order_by(MEDIA.c.position)
    adopted: dict[str, list[str]] = {}
    for row in db.execute(query.limit(PILOTS_AT_MOST)).mappings():
        adopted.setdefault(row["pilot"], []).append(row["capability"])
    return adopted


def _used(db: Connection, cut: Cut, medium: str) -> Sequence[RowMapping]:
    first = func.min(ENTRIES.c.occurred_at).label("first_at")
    last = func.max(ENTRIES.c.occurred_at).label("last_at")
    day = ENTRIES.c.occurred_on
    days = func.min(day).label("first_on"), func.max(day).label("last_on")
    query = select(ENTRIES.c.pilot, first, last, *days, func.count().label("entries"))
    query = query.where(ENTRIES.c.medium == medium, *counting(cut)).group_by(ENTRIES.c.pilot)
    return db.execute(query.order_by(first).limit(PILOTS_AT_MOST)).mappings().all()
