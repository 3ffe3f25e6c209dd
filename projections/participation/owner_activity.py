"""How much the owner and the sponsor of a pilot take part themselves, and when last."""

from datetime import datetime

from msgspec import Struct
from sqlalchemy import Connection, Select, and_, func, select, union_all

from domain.kernel.messages import Text
from domain.kernel.moments import moment_of
from domain.metrics.metric import Figure
from domain.metrics.participation import ENTRIES_OF_PERSON
from domain.rules.known import KnownCharter
from projections.engine.as_of import Cut, seen
from projections.models.entries import COMPANIONS, ENTRIES
from projections.models.people import merged_into
from projections.participation.activity import counting
from projections.records.lookups import SOMEBODY, names_of


class OwnerActivity(Struct, frozen=True):
    """Who answers for a pilot or stands behind it, and how they take part."""

    role: str
    person: str
    name: Text
    entries: Figure
    """Entries they led or were along in."""
    last_at: datetime | None
    """When they last took part; None where they never did."""


def owner_activity(db: Connection, cut: Cut, charter: KnownCharter) -> tuple[OwnerActivity, ...]:
    """Return the owner of a pilot, and its sponsor where it has one (S003)."""
    named = {"owner": charter.owner, "sponsor": charter.sponsor}
    there = {role: person for role, person in named.items() if person}
    names = names_of(db, there.values(), cut)
    return tuple(
        OwnerActivity(role, person, name, *_took_part(db, cut, charter, person))
        for role, person in there.items()
        for name in (names.get(person) or SOMEBODY,)
    )


def _took_part(
    db: Connection, cut: Cut, charter: KnownCharter, person: str
) -> tuple[Figure, datetime | None]:
    same = merged_into(cut)
    ids = [person, *db.scalars(select(same.c.person).where(same.c.into == person))]
    done = union_all(*_entries(cut, charter.pilot, ids)).subquery()
    amount, last = db.execute(
        select(func.count(done.c.entry.distinct()), func.max(done.c.occurred_at))
    ).one()
    return ENTRIES_OF_PERSON.counts(amount), moment_of(last) if last else None


def _entries(cut: Cut, pilot: str, ids: list[str]) -> list[Select[tuple[str, str]]]:
    entry = select(ENTRIES.c.entry, ENTRIES.c.occurred_at)
    led = entry.where(ENTRIES.c.pilot == pilot, ENTRIES.c.person.in_(ids), *counting(cut))
    with_it = and_(COMPANIONS.c.entry == ENTRIES.c.entry, *seen(COMPANIONS, cut))
    along = entry.join(COMPANIONS, with_it).where(
        COMPANIONS.c.pilot == pilot, COMPANIONS.c.person.in_(ids), *counting(cut)
    )
    return [led, along]
