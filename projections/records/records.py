"""Every kind of thing that has a page of its own, and where it stands: asked for by its kind."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, select

from projections.engine.as_of import Cut, as_known, seen
from projections.models.conclusions import CONCLUSIONS
from projections.models.decisions import DECISIONS, REVIEWS
from projections.models.entries import ENTRIES
from projections.models.evidence import ASSUMPTIONS, EVIDENCE, INSIGHTS
from projections.models.experiments import EXPERIMENTS
from projections.models.invitations import INVITATIONS
from projections.models.lessons import LESSONS
from projections.models.people import PEOPLE
from projections.models.pilots import PILOTS
from projections.models.practices import PRACTICES
from projections.models.programmes import PROGRAMMES
from projections.models.values import VALUES
from projections.records.lookups import Rows, one

RECORDS: Mapping[str, Table] = {
    "assumption": ASSUMPTIONS,
    "conclusion": CONCLUSIONS,
    "decision": DECISIONS,
    "entry": ENTRIES,
    "evidence": EVIDENCE,
    "experiment": EXPERIMENTS,
    "insight": INSIGHTS,
    "invitation": INVITATIONS,
    "lesson": LESSONS,
    "person": PEOPLE,
    "pilot": PILOTS,
    "practice": PRACTICES,
    "programme": PROGRAMMES,
    "review": REVIEWS,
    "value": VALUES,
}


def record(db: Connection, cut: Cut, kind: str, stream: str) -> RowMapping | None:
    """Return a thing of a kind as it was known, or None where it was not."""
    return one(db, RECORDS[kind], cut, **{kind: stream})


def records_among(db: Connection, cut: Cut, kind: str, streams: Iterable[str]) -> Rows:
    """Return those of some things of a kind that were known."""
    table = RECORDS[kind]
    known = table.c[kind].in_(list(streams)), *seen(table, cut)
    return db.execute(select(table).where(*known)).mappings().all()


def newest_records(
    db: Connection,
    cut: Cut,
    kind: str,
    limit: int,
    /,
    *,
    without: tuple[str, Collection[str]] | None = None,
    **only: Any,
) -> Rows:
    """Return the newest things of a kind whose columns say so.

    `without` is a column and what it must not say. A column that a kind does not have, such as
    the pilot of a programme, is not asked for.
    """
    table = RECORDS[kind]
    query = as_known(table, cut)
    for column, value in only.items():
        query = query.where(table.c[column] == value) if column in table.c else query
    if without:
        query = query.where(table.c[without[0]].not_in(without[1]))
    return db.execute(query.order_by(table.c.position.desc()).limit(limit)).mappings().all()
