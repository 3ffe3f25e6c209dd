"""What each pilot was expected to be worth, and what was found to be."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Index, Integer, String

from domain.facts.value import ValueContested, ValueDiscovered, ValueExpected, ValueRevised
from domain.kernel.aggregate import Event
from domain.kernel.fields import Size
from domain.kernel.moments import stamp
from projections.engine.changes import Begin, Change, Plus, TableChange
from projections.engine.schema import states

VALUES = states(
    "worth",
    Column("value", String, primary_key=True),
    Column("pilot", String),
    *(Column(name, String) for name in ("kind", "cell", "statement", "measure", "expected")),
    Column("amount", String),
    Column("unit", String),
    Column("confidence", Integer),
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
            values = {"kind": "expected", "measure": fact.measure, "confidence": fact.confidence}
            yield Begin(VALUES, key, _as_stated(event, fact) | values)
        case ValueDiscovered() as fact:
            values = {"kind": "discovered", "expected": fact.expected}
            yield Begin(VALUES, key, _as_stated(event, fact) | values)
        case ValueContested():
            yield Change(VALUES, key, {"contested": Plus(1), "status": "contested"})
        case ValueRevised(new=new):
            yield Change(VALUES, key, {"statement": new, "revised": Plus(1)})
        case _:
            pass


def _as_stated(event: Event, fact: ValueExpected | ValueDiscovered) -> dict[str, Any]:
    return {
        "pilot": fact.pilot,
        "cell": fact.cell,
        "statement": fact.statement,
        "said_at": stamp(event.occurred_at),
        "contested": 0,
        "revised": 0,
        "status": "stands",
    } | _size(fact.size)


def _size(size: Size | None) -> dict[str, Any]:
    return {"amount": size and size.amount, "unit": size and size.unit}
