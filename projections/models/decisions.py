"""What was decided about each pilot, on which verdicts, and which reviews looked at it."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Index, Integer, String

from domain.facts.decision import (
    DecisionRevisited,
    DecisionTaken,
    DecisionVerdictsGiven,
    ReviewClosed,
    ReviewOpened,
)
from domain.kernel.aggregate import Event
from domain.kernel.moments import stamp
from projections.engine.changes import Begin, Change, Plus, TableChange
from projections.engine.from_fact import FromFact
from projections.engine.schema import WHOLE, day, states
from projections.models.local_days import local_day

GIVEN = FromFact(DecisionVerdictsGiven, "sponsor", "team")
TAKEN = FromFact(DecisionTaken, "verdict", "expected_effect", "revisit_on")
REVISITED = FromFact(DecisionRevisited, "held", "note")

DECISIONS = states(
    "decisions",
    Column("decision", String, primary_key=True),
    Column("pilot", String),
    *GIVEN.columns(),
    *TAKEN.columns(),
    *REVISITED.columns(),
    Column("seen", WHOLE),
    Column("revisited", Integer),
    Column("taken_at", String),
    day("taken_on"),
    Column("taken_by", String),
    Column("status", String),
)
Index("decisions_of_pilot", DECISIONS.c.pilot, DECISIONS.c.position)
_dated = DECISIONS.c.revisit_on.is_not(None)
Index("decisions_to_revisit", DECISIONS.c.revisit_on, sqlite_where=_dated, postgresql_where=_dated)

REVIEWS = states(
    "reviews",
    Column("review", String, primary_key=True),
    Column("starts", String),
    Column("ends", String),
    Column("seen", WHOLE),
    Column("opened_by", String),
    Column("opened_at", String),
    Column("closed_at", String),
    Column("status", String),
)


def project(event: Event) -> Iterator[TableChange]:
    """Give a decision or a review its next state; leave every other fact alone."""
    key, at = (event.originator_id,), stamp(event.occurred_at)
    pilot = event.pilots[0] if event.pilots else None
    new: dict[str, Any]
    match event.fact:
        case DecisionVerdictsGiven() as fact:
            new = {"pilot": pilot, "status": "verdicts given"}
            yield Change(DECISIONS, key, GIVEN.values(fact) | new)
        case DecisionTaken() as fact:
            new = {"pilot": pilot, "seen": fact.seen.position, "taken_by": event.by, "taken_at": at}
            new |= {"revisited": 0, "status": "taken"}
            new |= {"taken_on": local_day(event.occurred_at, pilot)}
            yield Change(DECISIONS, key, TAKEN.values(fact) | new)
        case DecisionRevisited(held=held) as fact:
            new = {"revisited": Plus(1), "status": "held" if held else "did not hold"}
            yield Change(DECISIONS, key, REVISITED.values(fact) | new)
        case ReviewOpened(from_=start, to=end, seen=seen):
            values = {"starts": stamp(start), "ends": stamp(end), "seen": seen.position}
            who = {"opened_by": event.by, "opened_at": at, "status": "open"}
            yield Begin(REVIEWS, key, values | who)
        case ReviewClosed(seen=seen):
            done = {"seen": seen.position, "closed_at": at, "status": "closed"}
            yield Change(REVIEWS, key, done)
        case _:
            pass
