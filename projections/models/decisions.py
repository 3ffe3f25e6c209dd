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
from projections.engine.schema import WHOLE, states

DECISIONS = states(
    "decisions",
    Column("decision", String, primary_key=True),
    Column("pilot", String),
    *(Column(name, String) for name in ("sponsor", "team", "verdict", "expected_effect")),
    Column("seen", WHOLE),
    Column("revisit_on", String),
    Column("revisited", Integer),
    Column("held", Integer),
    Column("note", String),
    Column("taken_at", String),
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
    values: dict[str, Any]
    match event.fact:
        case DecisionVerdictsGiven(sponsor=sponsor, team=team):
            values = {"pilot": pilot, "sponsor": sponsor, "team": team}
            yield Change(DECISIONS, key, values | {"status": "verdicts given"})
        case DecisionTaken() as fact:
            values = {"pilot": pilot, "verdict": fact.verdict, "seen": fact.seen.position}
            values |= {"expected_effect": fact.expected_effect, "taken_by": event.by}
            values |= {"revisit_on": fact.revisit_on and str(fact.revisit_on), "taken_at": at}
            yield Change(DECISIONS, key, values | {"revisited": 0, "status": "taken"})
        case DecisionRevisited(held=held, note=note):
            values = {"held": int(held), "note": note, "revisited": Plus(1)}
            yield Change(DECISIONS, key, values | {"status": "held" if held else "did not hold"})
        case ReviewOpened(from_=start, to=end, seen=seen):
            values = {"starts": stamp(start), "ends": stamp(end), "seen": seen.position}
            who = {"opened_by": event.by, "opened_at": at, "status": "open"}
            yield Begin(REVIEWS, key, values | who)
        case ReviewClosed(seen=seen):
            done = {"seen": seen.position, "closed_at": at, "status": "closed"}
            yield Change(REVIEWS, key, done)
        case _:
            pass
