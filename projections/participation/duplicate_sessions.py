"""Entries of others that seem to tell the session somebody is about to log."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from msgspec import Struct
from sqlalchemy import Connection, RowMapping, select

from domain.kernel.moments import moment_of, stamp
from projections.engine.as_of import NOW, as_known, seen
from projections.models.entries import COMPANIONS, ENTRIES
from projections.search.similar_lessons import stems_of

WRITTEN_WITHIN = timedelta(hours=24)
APART = timedelta(hours=3)  # between what two people say of when it was
LOOKED_AT = 50  # of the entries written lately, the newest
OFFERED = 2
WORDS_ALIKE = 2


class Session(Struct, frozen=True):
    """What somebody is about to log: where, who they are, with whom, what, and when it was."""

    pilot: str
    person: str
    along: Collection[str]
    text: str
    at: datetime


def same_session(db: Connection, ours: Session, now: datetime) -> Sequence[RowMapping]:
    """Return entries that others wrote lately, near that time, of the same people or words.

    Where the person is named in an entry already, there is nothing to join.
    """
    query = as_known(ENTRIES, NOW).where(
        ENTRIES.c.pilot == ours.pilot,
        ENTRIES.c.known_from >= stamp(now - WRITTEN_WITHIN),
        ENTRIES.c.status == "logged",
        ENTRIES.c.person != ours.person,
    )
    newest = query.order_by(ENTRIES.c.known_from.desc()).limit(LOOKED_AT)
    rows = db.execute(newest).mappings().all()
    near = [row for row in rows if abs(moment_of(row["occurred_at"]) - ours.at) <= APART]
    named = _companions(db, [row["entry"] for row in near])
    words = stems_of(ours.text)
    found = []
    for row in near:
        people = {row["person"], *named.get(row["entry"], ())}
        alike = len(words & stems_of(row["text"])) >= WORDS_ALIKE
        if ours.person not in people and (alike or people & {*ours.along}):
            found.append(row)
    return found[:OFFERED]


def _companions(db: Connection, entries: Sequence[str]) -> dict[str, set[str]]:
    query = select(COMPANIONS.c.entry, COMPANIONS.c.person).where(
        COMPANIONS.c.entry.in_(entries), COMPANIONS.c.status == "logged", *seen(COMPANIONS, NOW)
    )
    named: dict[str, set[str]] = {}
    for entry, person in db.execute(query) if entries else ():
        named.setdefault(entry, set()).add(person)
    return named
