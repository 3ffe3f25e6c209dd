"""Who came by which invitation."""

from collections.abc import Iterator

from sqlalchemy import Column, Index, String

from domain.facts.invitation import InvitationTakenUp
from domain.kernel.aggregate import Event
from projections.engine.changes import Add, TableChange
from projections.engine.schema import log

TAKERS = log(
    "takers",
    Column("invitation", String, primary_key=True),
    Column("pilot", String, nullable=False),
    Column("person", String, nullable=False),
)
Index("takers_in_pilot", TAKERS.c.pilot, TAKERS.c.person)


def project(event: Event) -> Iterator[TableChange]:
    """Remember who took an invitation up; leave every other fact alone."""
    match event.fact:
        case InvitationTakenUp(person=person):
            taken = {"invitation": event.originator_id, "pilot": event.pilots[0]}
            yield Add(TAKERS, taken | {"person": person})
        case _:
            pass
