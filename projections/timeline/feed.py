"""What happened, newest first: facts of one pilot or of all, and whether each still stands."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, RowMapping, func, select, tuple_

from projections.engine.as_of import NOW, Cut, as_known, counted, seen
from projections.models.entries import COUNTED, ENTRIES, LOGGED, RHYTHM
from projections.models.lessons import LESSONS
from projections.models.timeline_facts import TIMELINE
from projections.participation.participants import companions_of


def latest(
    db: Connection,
    cut: Cut,
    *,
    pilot: str = "",
    lane: str = "",
    before: int | None = None,
    limit: int = 60,
) -> Sequence[RowMapping]:
    """Return facts, the one known last first, each once; `before` a position pages on."""
    query = as_known(TIMELINE, cut)
    if pilot:
        query = query.where(TIMELINE.c.pilot == pilot)
    if lane:
        query = query.where(TIMELINE.c.lane == lane)
    place = [TIMELINE.c.known_from, TIMELINE.c.position]
    if cut.position is not None and cut.moment is None:
        place = [TIMELINE.c.position]
    if before is not None and (last := fact_at(db, before)):
        query = query.where(tuple_(*place) < tuple_(*(last[column.name] for column in place)))
    ordered = query.order_by(*(column.desc() for column in place))
    rows = db.execute(ordered.limit(limit)).mappings().all()
    return list({row["position"]: row for row in rows}.values())


def by_occurrence(
    db: Connection, cut: Cut, pilot: str, *, lane: str = "", offset: int = 0, limit: int = 60
) -> Sequence[RowMapping]:
    """Return the facts of a pilot by when they happened, newest first."""
    query = select(TIMELINE).where(TIMELINE.c.pilot == pilot)
    if cut.moment is not None:  # as text joined to nothing, so that no index on it is sorted
        query = query.where(TIMELINE.c.known_from.concat("") <= cut.moment)
    if cut.position is not None:
        query = query.where(TIMELINE.c.position.op("+")(0) <= cut.position)
    if lane:
        query = query.where(TIMELINE.c.lane == lane)
    ordered = query.order_by(TIMELINE.c.occurred_at.desc(), TIMELINE.c.position.desc())
    return db.execute(ordered.offset(offset).limit(limit)).mappings().all()


def fact_at(db: Connection, position: int) -> RowMapping | None:
    """Return the fact at a position, where it is about a pilot."""
    query = as_known(TIMELINE, NOW).where(TIMELINE.c.position == position)
    return db.execute(query).mappings().first()


def wrote_since(db: Connection, pilot: str, person: str, position: int) -> bool:
    """Tell whether a person recorded anything about a pilot after a position."""
    query = select(TIMELINE.c.position).where(
        TIMELINE.c.pilot == pilot, TIMELINE.c.position > position, TIMELINE.c.by == person
    )
    return db.scalar(query.limit(1)) is not None


def moment_at(db: Connection, position: int) -> str | None:
    """Return when the last fact about any pilot up to a position was recorded."""
    latest_first = select(TIMELINE.c.known_from).where(TIMELINE.c.position <= position)
    return db.scalar(latest_first.order_by(TIMELINE.c.position.desc()).limit(1))


def known_between(db: Connection) -> tuple[str | None, str | None]:
    """Return when the first and the last fact about any pilot became known, if there are any."""
    first, last = (select(each(TIMELINE.c.known_from)) for each in (func.min, func.max))
    return db.scalar(first), db.scalar(last)


def standing_of(db: Connection, streams: Iterable[str], cut: Cut) -> dict[str, tuple[str, str]]:
    """Return how each entry and lesson stands, such as logged or voided, and what it says."""
    found: dict[str, tuple[str, str]] = {}
    wanted = sorted(set(streams))
    for table, key in ((ENTRIES, ENTRIES.c.entry), (LESSONS, LESSONS.c.lesson)):
        query = select(key, table.c.status, table.c.text).where(key.in_(wanted), *seen(table, cut))
        rows = db.execute(query).all() if wanted else []
        found |= {stream: (status, text or "") for stream, status, text in rows}
    return found


def entries_put_right(
    db: Connection, streams: Iterable[str], cut: Cut
) -> dict[str, tuple[RowMapping, set[str]]]:
    """Return those entries that were corrected as they stand, each with who took part along."""
    wanted = ENTRIES.c.entry.in_(sorted(set(streams))), ENTRIES.c.corrections > 0
    rows = db.execute(as_known(ENTRIES, cut).where(*wanted)).mappings().all()
    along = companions_of(db, [row["entry"] for row in rows], cut)
    return {row["entry"]: (row, along.get(row["entry"], set())) for row in rows}


def days_of(db: Connection, cut: Cut, pilot: str, axis: str) -> dict[str, int]:
    """Return how many entries a pilot has on each day, as they happened or as they were logged."""
    rollup, day = (RHYTHM, "occurred_on") if axis == "occurred" else (LOGGED, "logged_on")
    asked = counted(rollup, cut, (day,), pilot=pilot, status=COUNTED)
    return dict(db.execute(asked).all())


def facts_at(db: Connection, cut: Cut, places: Sequence[int]) -> Sequence[RowMapping]:
    """Return the facts at some positions, as far as the cut sees."""
    query = select(TIMELINE).where(TIMELINE.c.position.in_(places), *seen(TIMELINE, cut))
    return db.execute(query).mappings().all() if places else []
