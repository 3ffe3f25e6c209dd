"""Entries of others that seem to tell the session somebody has just logged."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from msgspec import Struct
from sqlalchemy import Connection, RowMapping

from domain.kernel.moments import stamp
from projections.engine.as_of import NOW, as_known
from projections.models.entries import ENTRIES
from projections.participation.participants import companions_of
from projections.search.similar_lessons import stems_of

WRITTEN_WITHIN = timedelta(hours=24)
LOOKED_AT = 50  # of the entries written lately, the newest
OFFERED = 2
ALIKE = 0.6  # of the words of the shorter one


class Session(Struct, frozen=True):
    """What somebody has logged: where, who they are, with whom, what, and on which day it was."""

    pilot: str
    person: str
    along: Collection[str]
    text: str
    on: str


def same_session(db: Connection, ours: Session, now: datetime) -> Sequence[RowMapping]:
    """Return entries that others wrote lately, of the same day, people and words.

    Where the person is named in an entry already, there is nothing to join.
    """
    words = stems_of(ours.text)
    if not words:
        return []
    query = as_known(ENTRIES, NOW).where(
        ENTRIES.c.pilot == ours.pilot,
        ENTRIES.c.known_from >= stamp(now - WRITTEN_WITHIN),
        ENTRIES.c.status == "logged",
        ENTRIES.c.person != ours.person,
    )
    newest = query.order_by(ENTRIES.c.known_from.desc()).limit(LOOKED_AT)
    rows = db.execute(newest).mappings().all()
    near = [row for row in rows if row["occurred_on"] == ours.on]
    named = companions_of(db, [row["entry"] for row in near])
    found = []
    for row in near:
        people = {row["person"], *named.get(row["entry"], ())}
        theirs = stems_of(row["text"])
        alike = len(words & theirs) >= ALIKE * min(len(words), len(theirs) or 1)
        if ours.person not in people and people & {*ours.along} and words & theirs and alike:
            found.append(row)
    return found[:OFFERED]
