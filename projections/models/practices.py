"""How things are done: practices, and the lessons that became them."""

from collections.abc import Iterator

from sqlalchemy import Column, String

from domain.facts.lesson import PracticeAdopted
from domain.kernel.aggregate import Event
from domain.kernel.moments import stamp
from projections.engine.changes import Begin, TableChange
from projections.engine.from_fact import FromFact
from projections.engine.schema import states

ADOPTED = FromFact(PracticeAdopted, "text", "owner")

PRACTICES = states(
    "practices",
    Column("practice", String, primary_key=True),
    *ADOPTED.columns(),
    Column("adopted_at", String),
    Column("status", String),
)


def project(event: Event) -> Iterator[TableChange]:
    """Begin a practice; leave every other fact alone."""
    match event.fact:
        case PracticeAdopted() as fact:
            new = {"adopted_at": stamp(event.occurred_at), "status": "adopted"}
            yield Begin(PRACTICES, (event.originator_id,), ADOPTED.values(fact) | new)
        case _:
            pass
