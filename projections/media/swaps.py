"""Where one medium took the place of another: what changed, and what it did to taking part."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from sqlalchemy import Connection, RowMapping, and_, func, select

from domain.kernel.moments import moment_of, stamp
from domain.media import ATTRIBUTES
from domain.metrics.metric import Figure
from domain.metrics.participation import ENTRIES_ON_MEDIUM
from domain.metrics.turnout import ENTRIES_A_WEEK
from domain.metrics.weeks import WEEK
from domain.rules.known import KnownCharter
from projections.engine.as_of import Cut
from projections.models.charters import MEDIA
from projections.models.entries import ENTRIES
from projections.participation.activity import counting
from projections.participation.response_times import hours_to_first_response

SWAPS_SHOWN = 50


class AttributeChange(Struct, frozen=True):
    """One of the four attributes of media, and what it was before and after a swap."""

    attribute: str
    before: str | None
    after: str | None
    changed: bool | None
    """None where one of the two was never said."""


class MediumPeriod(Struct, frozen=True):
    """One medium during its time: from its adoption to the swap, or from the swap on."""

    medium: str
    start: datetime
    end: datetime
    entries: Figure
    """Entries on the medium within that time."""
    per_week: Figure
    median_hours: Figure


class Swap(Struct, frozen=True):
    """One medium in the place of another, for a capability that stayed the same."""

    capability: str
    reason: str
    at: datetime
    position: int
    attributes: tuple[AttributeChange, ...]
    changed: int
    """How many of the four attributes changed, of those known on both sides."""
    known: int
    """How many of the four are known on both sides."""
    before: MediumPeriod
    after: MediumPeriod


def swaps_in(db: Connection, cut: Cut, charter: KnownCharter, until: datetime) -> tuple[Swap, ...]:
    """Return the swaps of media in a pilot, oldest first; the last stretch goes up to `until`.

    A swap ends one state of a medium and begins another at the same position in the history.
    """
    rows = _swapped(db, cut, charter.pilot)
    return tuple(_swap(db, cut, charter, row, _end_of(row, rows, until)) for row in rows)


def _swapped(db: Connection, cut: Cut, pilot: str) -> Sequence[RowMapping]:
    old, new = MEDIA.alias("old"), MEDIA.alias("new")
    at_once = and_(
        old.c.until_position == new.c.position,
        old.c.pilot == new.c.pilot,
        old.c.capability == new.c.capability,
        old.c.medium != new.c.medium,
    )
    columns = [each.label(f"{side.name}_{each.name}") for side in (old, new) for each in side.c]
    query = select(*columns).join_from(old, new, at_once).where(new.c.pilot == pilot)
    if cut.moment is not None:
        query = query.where(new.c.known_from <= cut.moment)
    if cut.position is not None:
        query = query.where(new.c.position <= cut.position)
    ordered = query.order_by(new.c.position, new.c.capability).limit(SWAPS_SHOWN)
    return db.execute(ordered).mappings().all()


def _end_of(row: RowMapping, rows: Sequence[RowMapping], until: datetime) -> datetime:
    later = (
        moment_of(each["new_adopted_at"])
        for each in rows
        if each["new_position"] > row["new_position"]
        and (each["old_medium"], each["old_capability"])
        == (row["new_medium"], row["new_capability"])
    )
    return next(later, until)


def _swap(db: Connection, cut: Cut, charter: KnownCharter, row: RowMapping, end: datetime) -> Swap:
    at = moment_of(row["new_adopted_at"])
    differences = tuple(_difference(row, name) for name in ATTRIBUTES)
    first = moment_of(row["old_adopted_at"])
    return Swap(
        capability=row["new_capability"],
        reason=row["new_helps_because"],
        at=at,
        position=row["new_position"],
        attributes=differences,
        changed=sum(each.changed is True for each in differences),
        known=sum(each.changed is not None for each in differences),
        before=_stretch(db, cut, charter, row["old_medium"], (first, at)),
        after=_stretch(db, cut, charter, row["new_medium"], (at, max(at, end))),
    )


def _difference(row: RowMapping, name: str) -> AttributeChange:
    before, after = row[f"old_{name}"], row[f"new_{name}"]
    changed = before != after if before and after else None
    return AttributeChange(name, before, after, changed)


def _stretch(
    db: Connection, cut: Cut, charter: KnownCharter, medium: str, within: tuple[datetime, datetime]
) -> MediumPeriod:
    (start, end), pilot = within, charter.pilot
    on_it = ENTRIES.c.pilot == pilot, ENTRIES.c.medium == medium
    then = ENTRIES.c.occurred_at >= stamp(start), ENTRIES.c.occurred_at < stamp(end)
    query = select(func.count()).select_from(ENTRIES).where(*on_it, *then, *counting(cut))
    entries = db.scalar(query) or 0
    weeks = max(1.0, (end - start) / WEEK)
    response = hours_to_first_response(db, cut, pilot, medium)
    per_week = ENTRIES_A_WEEK.over(entries / weeks, round(weeks), charter.day_of(start))
    counts = ENTRIES_ON_MEDIUM.counts(entries, charter.day_of(start))
    return MediumPeriod(medium, start, end, counts, per_week, response.median_hours)
