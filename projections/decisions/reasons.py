"""What a decision can rest on, and how that stands: lessons, findings, conclusions."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import Column, Connection, RowMapping

from projections.decisions.evidence_share import grounded
from projections.engine.as_of import Cut, as_known
from projections.models.conclusions import CONCLUSIONS
from projections.models.decisions import DECISIONS
from projections.models.evidence import EVIDENCE
from projections.models.lessons import LESSONS

REASONS_PER_KIND = 30  # lessons, and as many findings, the newest
OF_FIVE = 20  # percent for each step of the strength of a finding


class Reason(Struct, frozen=True, kw_only=True):
    """One claim as it stands, and whether it rests on something that was seen or done."""

    thing: str
    kind: str
    text: str
    at: str
    """When it was learned, found, or reached."""
    moved_at: str
    """Since when it is known as it stands."""
    weight: int
    """How sure a lesson is, in percent, or the strength of a finding of five, times twenty."""
    status: str
    rests: bool
    held: int = 0
    """How often it was confirmed."""
    doubted: int = 0
    """How often it was contradicted or challenged."""


def reasons_of(db: Connection, cut: Cut, pilot: str) -> list[Reason]:
    """Return the lessons and findings of a pilot that stand: grounded, weighty, new ones first."""
    lessons = _newest(db, LESSONS.c.learned_at, cut, pilot, ("learned",))
    findings = _newest(db, EVIDENCE.c.position, cut, pilot, ("stands", "challenged"))
    found = _reasons(db, cut, (*lessons, *findings))
    newest = sorted(found, key=lambda each: each.at, reverse=True)
    return sorted(newest, key=lambda each: (not each.rests, -each.weight))


def reasons_named(db: Connection, cut: Cut, things: Collection[str]) -> dict[str, Reason]:
    """Return claims by id, as far as they were known, in the order in which they were named."""
    rows: list[RowMapping] = []
    for table, column in ((LESSONS, "lesson"), (EVIDENCE, "evidence"), (CONCLUSIONS, "conclusion")):
        named = [thing for thing in things if thing.startswith(f"{column}-")]
        query = as_known(table, cut).where(table.c[column].in_(named))
        rows += db.execute(query).mappings() if named else ()
    by_thing = {each.thing: each for each in _reasons(db, cut, rows)}
    return {thing: by_thing[thing] for thing in things if thing in by_thing}


def last_decided(db: Connection, cut: Cut, pilot: str) -> RowMapping | None:
    """Return the decision about a pilot that was taken last."""
    taken = as_known(DECISIONS, cut).where(
        DECISIONS.c.pilot == pilot, DECISIONS.c.taken_at.is_not(None)
    )
    return db.execute(taken.order_by(DECISIONS.c.taken_at.desc()).limit(1)).mappings().first()


def _newest(
    db: Connection, by: Column[Any], cut: Cut, pilot: str, stands: Sequence[str]
) -> Sequence[RowMapping]:
    table = by.table
    query = as_known(table, cut).where(table.c.pilot == pilot, table.c.status.in_(stands))
    return db.execute(query.order_by(by.desc()).limit(REASONS_PER_KIND)).mappings().all()


def _reasons(db: Connection, cut: Cut, rows: Iterable[RowMapping]) -> list[Reason]:
    reasons = [_as_reason(row) for row in rows]
    rests = grounded(db, cut, [each["thing"] for each in reasons])
    return [Reason(**each, rests=each["thing"] in rests) for each in reasons]


def _as_reason(row: RowMapping) -> dict[str, Any]:
    shared = {name: row[name] for name in ("text", "status")} | {"moved_at": row["known_from"]}
    if "lesson" in row:
        own = {"thing": row["lesson"], "kind": "lesson", "weight": row["confidence"]}
        own |= {"at": row["learned_at"]}
        return shared | own | {"held": row["confirmed"], "doubted": row["contradicted"]}
    if "evidence" in row:
        own = {"thing": row["evidence"], "kind": "evidence", "weight": OF_FIVE * row["strength"]}
        own |= {"at": row["found_at"]}
        return shared | own | {"doubted": row["challenged"]}
    own = {"thing": row["conclusion"], "kind": "conclusion", "weight": 100}
    return (
        shared
        | own
        | {"at": row["reached_at"] or row["said_at"], "doubted": row["objections"] or 0}
    )
