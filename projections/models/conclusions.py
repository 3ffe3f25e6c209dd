"""What was concluded together, from which thoughts, and who objected."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Column, Connection, Index, Integer, String, func, select

from domain.facts.conclusion import (
    ConclusionObjectedTo,
    ConclusionProposed,
    ConclusionReached,
    ConclusionReactionShared,
    ConclusionSupported,
    ConclusionThoughtPooled,
)
from domain.kernel.aggregate import Event
from domain.kernel.moments import stamp
from projections.engine.as_of import Cut, seen
from projections.engine.changes import Add, Change, ChangeAll, Plus, TableChange
from projections.engine.schema import log, states
from projections.models.people import merged_into

CONCLUSIONS = states(
    "conclusions",
    Column("conclusion", String, primary_key=True),
    Column("pilot", String),
    Column("text", String),
    Column("thoughts", Integer),
    Column("reactions", Integer),
    Column("supporters", Integer),
    Column("objections", Integer),
    Column("said_at", String),
    Column("reached_at", String),
    Column("status", String),
)
Index("conclusions_of_pilot", CONCLUSIONS.c.pilot, CONCLUSIONS.c.position)

SUPPORTERS = states(
    "supporters",
    Column("conclusion", String, primary_key=True),
    Column("person", String, primary_key=True),
)

THOUGHTS = log(
    "thoughts",
    Column("conclusion", String, primary_key=True),
    Column("event", String, nullable=False),
    Column("to", String),
    Column("by", String, nullable=False),
    Column("stance", Integer),
    Column("text", String, nullable=False),
)


def project(event: Event) -> Iterator[TableChange]:
    """Give a conclusion its next state and keep its thoughts; leave every other fact alone."""
    key, at = (event.originator_id,), stamp(event.occurred_at)
    supported = {"conclusion": event.originator_id, "event": event.id, "by": event.by}
    match event.fact:
        case ConclusionThoughtPooled(pilot=pilot, text=text):
            new = {} if event.originator_version > 1 else {"status": "pooling", "text": text}
            values = {"pilot": pilot, "thoughts": Plus(1), "said_at": at}
            yield Change(CONCLUSIONS, key, values | new)
            yield Add(THOUGHTS, supported | {"text": text})
        case ConclusionReactionShared(to=to, stance=stance, text=text):
            yield Change(CONCLUSIONS, key, {"reactions": Plus(1)})
            yield Add(THOUGHTS, supported | {"to": to, "stance": stance, "text": text})
        case ConclusionProposed(text=text):
            anew = {"supporters": 0, "objections": 0, "status": "proposed"}
            yield Change(CONCLUSIONS, key, {"text": text, **anew})
            yield ChangeAll(SUPPORTERS, key, None)
        case ConclusionSupported():
            yield Change(CONCLUSIONS, key, {"supporters": Plus(1)})
            yield Change(SUPPORTERS, (*key, event.by), {})
        case ConclusionObjectedTo():
            yield Change(CONCLUSIONS, key, {"objections": Plus(1)})
        case ConclusionReached():
            yield Change(CONCLUSIONS, key, {"status": "reached", "reached_at": at})
        case _:
            pass


def supporters_of(db: Connection, cut: Cut, conclusions: Sequence[str]) -> dict[str, int]:
    """Return how many different people support each conclusion as it is proposed now."""
    same = merged_into(cut)
    person = func.coalesce(same.c.into, SUPPORTERS.c.person)
    query = (
        select(SUPPORTERS.c.conclusion, func.count(person.distinct()))
        .outerjoin_from(SUPPORTERS, same, same.c.person == SUPPORTERS.c.person)
        .where(SUPPORTERS.c.conclusion.in_(conclusions), *seen(SUPPORTERS, cut))
    )
    return dict(db.execute(query.group_by(SUPPORTERS.c.conclusion)).all())
