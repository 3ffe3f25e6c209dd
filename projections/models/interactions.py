"""Who worked with whom, entry by entry: together, or said to somebody who is named or quoted."""

from collections.abc import Iterator

from msgspec import UNSET
from sqlalchemy import Column, String

from domain.facts.participation import (
    ParticipationCorrected,
    ParticipationJoined,
    ParticipationLogged,
    ParticipationVoided,
)
from domain.kernel.aggregate import Event
from projections.engine.changes import Begin, Borrow, ChangeAll, Day, TableChange
from projections.engine.schema import Rollup, day, states
from projections.models.entries import ENTRIES
from projections.models.local_days import local_day

BONDS = states(
    "bonds",
    Column("entry", String, primary_key=True),
    Column("way", String, primary_key=True),
    Column("partner", String, primary_key=True),
    Column("one", String),
    Column("other", String),
    day("day"),
)
MEETINGS = Rollup("meetings", BONDS, by=("one", "other", "day"))
REACHING = Rollup("reaching", BONDS, by=("one",))
MET = Rollup("met", BONDS, by=("other",))

NOBODY = ("broadcast", "self")  # directions in which nobody in particular is spoken to
THEIRS = {"one": "person", "day": "occurred_on"}


def project(event: Event) -> Iterator[TableChange]:
    """Tie those who did something together, and who spoke to whom; leave other facts alone.

    To whom an answer went is read from the entry it answers, also where that is voided later.
    """
    entry = event.originator_id
    match event.fact:
        case ParticipationLogged() as fact:
            yield from _logged(entry, fact, local_day(event.occurred_at, fact.pilot))
        case ParticipationJoined(person=person):
            yield _along(entry, person)
        case ParticipationCorrected(changes=changes):
            if changes.occurred_at is not UNSET:
                on = local_day(changes.occurred_at, event.pilots[0])
                yield ChangeAll(BONDS, (entry,), {"day": on})
            if changes.with_ is not UNSET:
                yield ChangeAll(BONDS, (entry, "with"), None)
                yield from (_along(entry, person) for person in dict.fromkeys(changes.with_))
        case ParticipationVoided():
            yield ChangeAll(BONDS, (entry,), None)
        case _:
            pass


def _logged(entry: str, fact: ParticipationLogged, on: Day) -> Iterator[TableChange]:
    mine = {"one": fact.person, "day": on}
    for person in dict.fromkeys(fact.with_):
        yield Begin(BONDS, (entry, "with", person), mine | {"other": person})
    if not fact.to or fact.direction in NOBODY:
        return
    if fact.to.startswith("person-"):
        yield Begin(BONDS, (entry, "to", fact.to), mine | {"other": fact.to})
    else:
        values = {"other": "person"}
        yield Borrow(BONDS, (entry, "to", fact.to), mine, ENTRIES, (fact.to,), values)


def _along(entry: str, person: str) -> TableChange:
    return Borrow(BONDS, (entry, "with", person), {"other": person}, ENTRIES, (entry,), THEIRS)
