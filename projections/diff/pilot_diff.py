"""What differs in a pilot between two cuts: what was added, changed, or turned out to be wrong."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.json import decode
from sqlalchemy import ColumnElement, Connection, FromClause, RowMapping, func, select

from projections.diff.comparable_fields import KINDS, PILOT, PURPOSE, READY, Kind
from projections.diff.field_diff import Difference, difference
from projections.engine.as_of import Cut, as_known, seen
from projections.models.timeline_facts import TIMELINE

TOLD = ("decision", "experiment", "finding", "lesson", "value")  # taking part is told in numbers
FACTS_LOOKED_AT = 500  # facts that are looked at, the newest


class Differing(Struct, frozen=True):
    """What differs, kind by kind, the latest first; and how many facts there were to look at."""

    differences: tuple[Difference, ...]
    facts: int
    looked_at: int
    first: int
    """The position of the first fact between the cuts; 0 where there is none."""


def differing(db: Connection, pilot: str, start: Cut, end: Cut) -> Differing:
    """Return what differs between what was known of a pilot at two cuts.

    Only facts between the cuts are read, and the things they touch, so what came before costs
    nothing.
    """
    rows = _facts(db, pilot, start, end)
    between = *_of(pilot, start, end), TIMELINE.c.lane.in_(TOLD)
    facts, first = db.execute(
        select(func.count(), func.min(TIMELINE.c.position)).where(*between)
    ).one()
    differences = [
        one
        for kind, last in _touched(rows).items()
        for one in _of_kind(
            kind, last, *(_states(db, kind, pilot, last, cut) for cut in (start, end))
        )
    ]
    return Differing(tuple(differences), facts, len(rows), first or 0)


def after(table: FromClause, cut: Cut) -> list[ColumnElement[bool]]:
    """Return the conditions that hold a query to rows that began after a cut."""
    if cut.position is not None:
        return [table.c.position > cut.position]
    return [table.c.known_from > cut.moment]


def _of(pilot: str, start: Cut, end: Cut) -> tuple[ColumnElement[bool], ...]:
    return TIMELINE.c.pilot == pilot, *after(TIMELINE, start), *seen(TIMELINE, end)


def _facts(db: Connection, pilot: str, start: Cut, end: Cut) -> Sequence[RowMapping]:
    query = select(TIMELINE).where(*_of(pilot, start, end)).limit(FACTS_LOOKED_AT)
    if start.position is None:
        query = query.where(TIMELINE.c.lane.in_(TOLD)).order_by(TIMELINE.c.known_from.desc())
    else:  # joined to nothing, so that the stretch is read by place, not lanes from the beginning
        query = query.where(TIMELINE.c.lane.concat("").in_(TOLD))
    return db.execute(query.order_by(TIMELINE.c.position.desc())).mappings().all()


States = dict[tuple[str, ...], RowMapping]
Touched = Mapping[Kind, Mapping[str, RowMapping]]
"""The things that facts touched, by kind and key, each with the last of those facts."""


def _touched(rows: Sequence[RowMapping]) -> Touched:
    touched: dict[Kind, dict[str, RowMapping]] = {kind: {} for kind in KINDS}
    for row in sorted(rows, key=lambda row: row["position"]):
        for kind, key in _named(row):
            touched[kind][key] = row
    return {kind: keys for kind, keys in touched.items() if keys}


def _named(row: RowMapping) -> list[tuple[Kind, str]]:
    family = row["stream"].partition("-")[0]
    fields: dict[str, Any] = decode(row["data"])
    if family == "readiness":
        return [(READY, fields["area"])]
    if family != "pilot":
        return [(kind, row["stream"]) for kind in KINDS if kind.keys == (family,)]
    parts = [
        (kind, fields[name])
        for kind in KINDS
        for name in kind.said_by
        if kind is not READY and isinstance(fields.get(name), str)
    ]
    return [(PILOT, row["stream"]), (PURPOSE, row["stream"]), *parts]


def _of_kind(
    kind: Kind, last: Mapping[str, RowMapping], before: States, now: States
) -> list[Difference]:
    found = [
        one
        for key in dict.fromkeys((*before, *now))
        if (one := difference(kind, key, before.get(key), now.get(key), last[key[0]]))
    ]
    return sorted(found, key=lambda each: each.at, reverse=True)


def _states(db: Connection, kind: Kind, pilot: str, keys: Iterable[str], cut: Cut) -> States:
    query = as_known(kind.table, cut).where(kind.table.c[kind.keys[0]].in_(list(keys)))
    if kind.said_by:
        query = query.where(kind.table.c.pilot == pilot)
    rows = db.execute(query).mappings()
    return {tuple(row[key] for key in kind.keys): row for row in rows}
