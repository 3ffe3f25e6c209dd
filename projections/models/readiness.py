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
from projections.engine.schema import states

READINESS = states(
    "readiness",
    Column("pilot", String, primary_key=True),
    Column("area", String, primary_key=True),
    Column("level", Integer),
    Column("prepared", Integer),
    *(Column(n, String) for n in ("gap", "change", "owner", "due", "proof", "waived_because")),
    Column("status", String),
)


def project(event: Event) -> Iterator[TableChange]:
    """Give an area of a pilot's readiness its next state; leave every other fact alone."""
    pilot = event.pilots[0] if event.pilots else ""
    match event.fact:
        case ReadinessAssessed(area=area) as fact:
            values = {
                "level": fact.level,
                "gap": fact.gap,
                "prepared": int(fact.prepared_to_change),
            }
            yield Change(READINESS, (pilot, area), values | {"status": "assessed"})
        case ReadinessChangeAgreed(area=area) as fact:
            values = {"change": fact.change, "owner": fact.owner, "due": fact.due and str(fact.due)}
            yield Change(READINESS, (pilot, area), values | {"status": "agreed"})
        case ReadinessChangeMade(area=area, proof=proof):
            yield Change(READINESS, (pilot, area), {"proof": proof, "status": "made"})
        case ReadinessWaived(area=area, reason=reason):
            yield Change(READINESS, (pilot, area), {"waived_because": reason, "status": "waived"})
        case _:
            pass
