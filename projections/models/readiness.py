"""How ready each area is for a pilot to grow, and what is agreed to change there."""

from collections.abc import Iterator

from sqlalchemy import Column, Integer, String

from domain.facts.readiness import (
    ReadinessAssessed,
    ReadinessChangeAgreed,
    ReadinessChangeMade,
    ReadinessWaived,
)
from domain.kernel.aggregate import Event
from projections.engine.changes import Change, TableChange
from projections.engine.from_fact import FromFact
from projections.engine.schema import states

ASSESSED = FromFact(ReadinessAssessed, "level", "gap")
AGREED = FromFact(ReadinessChangeAgreed, "change", "owner", "due")
MADE = FromFact(ReadinessChangeMade, "proof")

READINESS = states(
    "readiness",
    Column("pilot", String, primary_key=True),
    Column("area", String, primary_key=True),
    *ASSESSED.columns(),
    *AGREED.columns(),
    *MADE.columns(),
    Column("prepared", Integer),
    Column("waived_because", String),
    Column("status", String),
)


def project(event: Event) -> Iterator[TableChange]:
    """Give an area of a pilot's readiness its next state; leave every other fact alone."""
    pilot = event.pilots[0] if event.pilots else ""
    match event.fact:
        case ReadinessAssessed(area=area) as fact:
            new = {"prepared": int(fact.prepared_to_change), "status": "assessed"}
            yield Change(READINESS, (pilot, area), ASSESSED.values(fact) | new)
        case ReadinessChangeAgreed(area=area) as fact:
            yield Change(READINESS, (pilot, area), AGREED.values(fact) | {"status": "agreed"})
        case ReadinessChangeMade(area=area) as fact:
            yield Change(READINESS, (pilot, area), MADE.values(fact) | {"status": "made"})
        case ReadinessWaived(area=area, reason=reason):
            yield Change(READINESS, (pilot, area), {"waived_because": reason, "status": "waived"})
        case _:
            pass
