"""How things are done: practices, and the lessons that became them."""

from collections.abc import Iterator

from sqlalchemy import Column, String

from domain.facts.lesson import PracticeAdopted
from domain.kernel.aggregate import Event
from domain.kernel.moments import stamp
from projections.engine.changes import Begin, TableChange
from projections.engine.schema import states

PRACTICES = states(
    "practices",
    Column("practice", String, primary_key=True),
    Column("text", String),
    Column("owner", String),
    Column("adopted_at", String),
    Column("status", String),
)


def project(event: Event) -> Iterator[TableChange]:
    """Begin a practice; leave every other fact alone."""
    match event.fact:
        case PracticeAdopted(text=text, owner=owner):
            values = {"text": text, "owner": owner, "adopted_at": stamp(event.occurred_at)}
            yield Begin(PRACTICES, (event.originator_id,), values | {"status": "adopted"})
        case _:
            pass
