"""How many invitations were taken up at all, and by how many people."""

from msgspec import Struct
from sqlalchemy import Connection, func, select

from domain.metrics import turnout
from domain.metrics.metric import Figure
from projections.engine.as_of import Cut, as_known, seen
from projections.models.invitation_takers import TAKERS
from projections.models.invitations import INVITATIONS
from projections.models.people import merged_into
from projections.records.lookups import as_struct

INVITATIONS_SHOWN = 20


class Invited(Struct, frozen=True):
    """One invitation, whether it still stands, and how many came by it."""

    invitation: str
    text: str
    status: str
    taken_up: int


class Uptake(Struct, frozen=True, kw_only=True):
    """How many invitations led anybody to take part."""

    opened: Figure
    taken_up: Figure
    share: Figure
    people: Figure
    newest: tuple[Invited, ...]
    """The invitations opened last, at most 20."""


def uptake(db: Connection, cut: Cut, pilot: str) -> Uptake:
    """Return how many invitations of a pilot were taken up, and by how many people (S002)."""
    of_pilot = INVITATIONS.c.pilot == pilot, *seen(INVITATIONS, cut)
    some = func.count().filter(INVITATIONS.c.taken_up > 0)
    opened, taken_up = db.execute(select(func.count(), some).where(*of_pilot)).one()
    newest = as_known(INVITATIONS, cut).where(INVITATIONS.c.pilot == pilot)
    newest = newest.order_by(INVITATIONS.c.opened_at.desc()).limit(INVITATIONS_SHOWN)
    same = merged_into(cut)
    who = func.coalesce(same.c.into, TAKERS.c.person)
    came = select(func.count(who.distinct())).outerjoin_from(
        TAKERS, same, same.c.person == TAKERS.c.person
    )
    people = db.scalar(came.where(TAKERS.c.pilot == pilot, *seen(TAKERS, cut))) or 0
    return Uptake(
        opened=turnout.INVITATIONS.counts(opened),
        taken_up=turnout.INVITATIONS_TAKEN_UP.counts(taken_up),
        share=turnout.UPTAKE.share(taken_up, opened),
        people=turnout.PEOPLE_INVITED.counts(people),
        newest=tuple(as_struct(row, Invited) for row in db.execute(newest).mappings()),
    )
