"""Which ways to take part are open, and how many came by each."""

from collections.abc import Iterator

from sqlalchemy import Column, Index, Integer, String

from domain.facts.invitation import InvitationClosed, InvitationOpened, InvitationTakenUp
from domain.kernel.aggregate import Event
from domain.kernel.moments import stamp
from projections.engine.changes import Begin, Change, Plus, TableChange
from projections.engine.from_fact import FromFact
from projections.engine.schema import states

OPENED = FromFact(InvitationOpened, "pilot", "text", "audience")

INVITATIONS = states(
    "invitations",
    Column("invitation", String, primary_key=True),
    *OPENED.columns(),
    Column("taken_up", Integer),
    Column("opened_at", String),
    Column("status", String),
)
Index("invitations_of_pilot", INVITATIONS.c.pilot, INVITATIONS.c.position)


def project(event: Event) -> Iterator[TableChange]:
    """Give an invitation its next state; leave every other fact alone."""
    key = (event.originator_id,)
    match event.fact:
        case InvitationOpened() as fact:
            new = {"taken_up": 0, "opened_at": stamp(event.occurred_at), "status": "open"}
            yield Begin(INVITATIONS, key, OPENED.values(fact) | new)
        case InvitationTakenUp():
            yield Change(INVITATIONS, key, {"taken_up": Plus(1)})
        case InvitationClosed():
            yield Change(INVITATIONS, key, {"status": "closed"})
        case _:
            pass
