"""What was concluded together, from which thoughts, and who objected."""

from collections.abc import Iterator

from sqlalchemy import Column, Index, Integer, String

from domain.facts.conclusion import (
    ConclusionObjectedTo,
    ConclusionProposed,
    ConclusionReached,
    ConclusionReactionShared,
    ConclusionSupported,
    ConclusionThoughtPooled,
)
from domain.kernel import Event
from domain.moments import stamp
from projections.changes import Add, Change, Plus, Said
from projections.tables import log, states

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

THOUGHTS = log(
    "thoughts",
    Column("conclusion", String, primary_key=True),
    Column("event", String, nullable=False),
    Column("to", String),
    Column("by", String, nullable=False),
    Column("stance", Integer),
    Column("text", String, nullable=False),
)


def project(event: Event) -> Iterator[Said]:
    """Give a conclusion its next state and keep its thoughts; leave every other fact alone."""
    key, at = (event.originator_id,), stamp(event.occurred_at)
    said = {"conclusion": event.originator_id, "event": event.id, "by": event.by}
    match event.fact:
        case ConclusionThoughtPooled(pilot=pilot, text=text):
            new = {} if event.originator_version > 1 else {"status": "pooling", "text": text}
            told = {"pilot": pilot, "thoughts": Plus(1), "said_at": at}
            yield Change(CONCLUSIONS, key, told | new)
            yield Add(THOUGHTS, said | {"text": text})
        case ConclusionReactionShared(to=to, stance=stance, text=text):
            yield Change(CONCLUSIONS, key, {"reactions": Plus(1)})
            yield Add(THOUGHTS, said | {"to": to, "stance": stance, "text": text})
        case ConclusionProposed(text=text):
            anew = {"supporters": 0, "objections": 0, "status": "proposed"}
            yield Change(CONCLUSIONS, key, {"text": text, **anew})
        case ConclusionSupported():
            yield Change(CONCLUSIONS, key, {"supporters": Plus(1)})
        case ConclusionObjectedTo():
            yield Change(CONCLUSIONS, key, {"objections": Plus(1)})
        case ConclusionReached():
            yield Change(CONCLUSIONS, key, {"status": "reached", "reached_at": at})
        case _:
            pass
