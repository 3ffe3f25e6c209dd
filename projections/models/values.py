"""What each pilot was expected to be worth, and what was found to be."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Index, Integer, String

from domain.facts.value import ValueContested, ValueDiscovered, ValueExpected, ValueRevised
from domain.kernel.aggregate import Event
from domain.kernel.fields import Size
from domain.kernel.moments import stamp
from projections.engine.changes import Begin, Change, Plus, TableChange
from projections.engine.from_fact import FromFact
from projections.engine.schema import states

EXPECTED = FromFact(ValueExpected, "pilot", "cell", "statement", "measure", "confidence")
DISCOVERED = FromFact(ValueDiscovered, "pilot", "cell", "statement", "expected")

VALUES = states(
    "worth",
    Column("value", String, primary_key=True),
    *EXPECTED.columns(),
    Column("kind", String),
    Column("expected", String),
    Column("amount", String),
    Column("unit", String),
    Column("contested", Integer),
    Column("revised", Integer),
    Column("said_at", String),
    Column("status", String),
)
Index("worth_of_pilot", VALUES.c.pilot, VALUES.c.position)


def project(event: Event) -> Iterator[TableChange]:
    """Give a value its next state; leave every other fact alone."""
    key = (event.originator_id,)
    match event.fact:
        case ValueExpected() as fact:
            yield Begin(VALUES, key, EXPECTED.values(fact) | _new(event, "expected", fact.size))
        case ValueDiscovered() as fact:
            yield Begin(VALUES, key, DISCOVERED.values(fact) | _new(event, "discovered", fact.size))
        case ValueContested():
            yield Change(VALUES, key, {"contested": Plus(1), "status": "contested"})
        case ValueRevised(new=new):
            yield Change(VALUES, key, {"statement": new, "revised": Plus(1)})
        case _:
            pass


def _new(event: Event, kind: str, size: Size | None) -> dict[str, Any]:
    return {
        "kind": kind,
        "amount": size and size.amount,
        "unit": size and size.unit,
        "said_at": stamp(event.occurred_at),
        "contested": 0,
        "revised": 0,
        "status": "stands",
    }
