"""What each pilot found, what it understood from that, and what it took for true untested."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Index, Integer, String

from domain.facts.evidence import EvidenceChallenged, EvidenceGathered, EvidenceWithdrawn
from domain.facts.insight import (
    AssumptionRaised,
    AssumptionTested,
    InsightDerived,
    InsightRetired,
    InsightRevised,
)
from domain.kernel.aggregate import Event
from domain.kernel.moments import stamp
from projections.engine.changes import Begin, Change, Plus, TableChange
from projections.engine.from_fact import FromFact
from projections.engine.schema import day, states
from projections.models.local_days import local_day

GATHERED = FromFact(
    EvidenceGathered,
    "pilot", "experiment", "kind", "whose", "stakeholder", "area", "text", "uri", "sha256",
    "strength",
)  # fmt: skip  # one list
DERIVED = FromFact(InsightDerived, "pilot", "text")
RAISED = FromFact(AssumptionRaised, "pilot", "text", "risk")

EVIDENCE = states(
    "evidence",
    Column("evidence", String, primary_key=True),
    *GATHERED.columns(),
    Column("found_by", String),
    Column("found_at", String),
    Column("challenged", Integer),
    Column("status", String),
)
Index("evidence_of_pilot", EVIDENCE.c.pilot, EVIDENCE.c.position)

INSIGHTS = states(
    "insights",
    Column("insight", String, primary_key=True),
    *DERIVED.columns(),
    Column("revised", Integer),
    Column("said_at", String),
    day("said_on"),
    Column("status", String),
)
Index("insights_of_pilot", INSIGHTS.c.pilot, INSIGHTS.c.position)

ASSUMPTIONS = states(
    "assumptions",
    Column("assumption", String, primary_key=True),
    *RAISED.columns(),
    Column("tested", Integer),
    Column("tested_at", String),
    Column("said_at", String),
    Column("status", String),
)
Index("assumptions_of_pilot", ASSUMPTIONS.c.pilot, ASSUMPTIONS.c.position)


def project(event: Event) -> Iterator[TableChange]:
    """Give a finding, an insight or an assumption its next state; leave other facts alone."""
    key, at = (event.originator_id,), stamp(event.occurred_at)
    match event.fact:
        case EvidenceGathered() as fact:
            new = {"found_by": event.by, "found_at": at, "challenged": 0, "status": "stands"}
            yield Begin(EVIDENCE, key, GATHERED.values(fact) | new)
        case EvidenceChallenged():
            yield Change(EVIDENCE, key, {"challenged": Plus(1), "status": "challenged"})
        case EvidenceWithdrawn():
            yield Change(EVIDENCE, key, {"status": "withdrawn"})
        case InsightDerived() as fact:
            new = {"revised": 0, "status": "holds"}
            yield Begin(INSIGHTS, key, DERIVED.values(fact) | new | _said(event))
        case InsightRevised(text=text):
            yield Change(INSIGHTS, key, {"text": text, "revised": Plus(1)} | _said(event))
        case InsightRetired():
            yield Change(INSIGHTS, key, {"status": "retired"})
        case AssumptionRaised() as fact:
            new = {"tested": 0, "said_at": at, "status": "untested"}
            yield Begin(ASSUMPTIONS, key, RAISED.values(fact) | new)
        case AssumptionTested(result=result):
            yield Change(ASSUMPTIONS, key, {"tested": Plus(1), "tested_at": at, "status": result})
        case _:
            pass


def _said(event: Event) -> dict[str, Any]:
    pilot = event.pilots[0] if event.pilots else None
    at = event.occurred_at
    return {"said_at": stamp(at), "said_on": local_day(at, pilot)}
