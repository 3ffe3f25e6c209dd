"""Every entry of participation as it stands, and how many there are of which kind."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from msgspec import UNSET
from sqlalchemy import Column, Index, Integer, String

from domain.facts.participation import (
    ParticipationAcknowledged,
    ParticipationCorrected,
    ParticipationJoined,
    ParticipationLogged,
    ParticipationSuperseded,
    ParticipationVoided,
)
from domain.kernel.aggregate import Event
from domain.kernel.moments import stamp
from projections.engine.changes import Begin, Change, ChangeAll, Plus, TableChange
from projections.engine.from_fact import FromFact
from projections.engine.schema import Rollup, day, states
from projections.models.local_days import local_day

SAID = FromFact(
    ParticipationLogged,
    "pilot", "person", "to", "experiment", "stance", "minutes", "mode", "direction", "intent",
    "capability", "medium", "about", "text",
)  # fmt: skip  # one list

ENTRIES = states(
    "entries",
    Column("entry", String, primary_key=True),
    *SAID.columns(),
    Column("occurred_at", String),
    day("occurred_on"),
    day("logged_on"),
    Column("status", String),
    Column("corrections", Integer),
    Column("useful", Integer),
    Column("not_useful", Integer),
)

for _name, _columns in {
    "entries_of_person": ("pilot", "person", "occurred_at"),
    "entries_of_mode": ("pilot", "mode", "occurred_at"),
    "entries_of_day": ("pilot", "occurred_on", "position"),
    "entries_logged": ("pilot", "logged_on", "position"),
    "entries_of_medium": ("medium", "pilot", "occurred_at"),
    "entries_by_person": ("person", "position"),
    "entries_of_experiment": ("experiment",),
    "entries_to": ("to", "occurred_at"),
}.items():
    _some = ENTRIES.c[_columns[0]].is_not(None)
    _place = (ENTRIES.c[column] for column in _columns)
    Index(_name, *_place, sqlite_where=_some, postgresql_where=_some)

_tag = ENTRIES.c.pilot, ENTRIES.c.intent
_tagged = ENTRIES.c.intent.is_not(None)
Index("entries_of_intent", *_tag, sqlite_where=_tagged, postgresql_where=_tagged)

COMPANIONS = states(
    "companions",
    Column("entry", String, primary_key=True),
    Column("person", String, primary_key=True),
    Column("pilot", String),
    Column("status", String),
)

Index("companions_of_person", COMPANIONS.c.pilot, COMPANIONS.c.person)

ACKNOWLEDGED = states(
    "acknowledged",
    Column("entry", String, primary_key=True),
    Column("person", String, primary_key=True),
    Column("pilot", String),
    Column("useful", Integer),
    Column("said_at", String),
)
Index("acknowledged_in_pilot", ACKNOWLEDGED.c.pilot, ACKNOWLEDGED.c.useful)

PARTICIPATION = Rollup("participation", ENTRIES, by=("pilot", "mode", "direction", "status"))
DAILY = ("pilot", "occurred_on", "mode", "direction", "about", "status")
RHYTHM = Rollup("rhythm", ENTRIES, by=DAILY)
LOGGED = Rollup("entries_logged_on", ENTRIES, by=("pilot", "logged_on", "status"))
STANCES = Rollup(
    "stances", ENTRIES, by=("pilot", "to", "stance", "direction", "status"), counts_all=False
)
TAKING_PART = Rollup("taking_part", ENTRIES, by=("pilot", "person", "mode", "status"))
ALONG = Rollup("along", COMPANIONS, by=("pilot", "person", "status"))

COUNTED = ("logged", "superseded")  # what happened; a voided entry did not


def project(event: Event) -> Iterator[TableChange]:
    """Give an entry, and those who were with, their next state; leave every other fact alone."""
    entry = event.originator_id
    match event.fact:
        case ParticipationLogged() as fact:
            logged_on = local_day(event.recorded_at or event.occurred_at, fact.pilot)
            new = {"status": "logged", "corrections": 0, "useful": 0, "not_useful": 0}
            new |= _when(event.occurred_at, fact.pilot) | {"logged_on": logged_on}
            yield Begin(ENTRIES, (entry,), SAID.values(fact) | new)
            yield from _along(entry, fact.pilot, fact.with_)
        case ParticipationJoined(person=person):
            yield from _along(entry, event.pilots[0], (person,))
        case ParticipationCorrected(changes=changes):
            at: dict[str, Any] = {}
            if changes.occurred_at is not UNSET:
                at = _when(changes.occurred_at, event.pilots[0])
            yield Change(ENTRIES, (entry,), SAID.values(changes) | at | {"corrections": Plus(1)})
            if changes.with_ is not UNSET:
                yield ChangeAll(COMPANIONS, (entry,), None)
                yield from _along(entry, event.pilots[0], changes.with_)
        case ParticipationAcknowledged(useful=useful):
            yield Change(ENTRIES, (entry,), {"useful" if useful else "not_useful": Plus(1)})
            values = {"useful": int(useful), "said_at": stamp(event.occurred_at)}
            yield Change(ACKNOWLEDGED, (entry, event.by), values | {"pilot": event.pilots[0]})
        case ParticipationSuperseded():
            yield Change(ENTRIES, (entry,), {"status": "superseded"})
        case ParticipationVoided():
            yield Change(ENTRIES, (entry,), {"status": "voided"})
            yield ChangeAll(COMPANIONS, (entry,), {"status": "voided"})
        case _:
            pass


def _when(moment: datetime, pilot: str) -> dict[str, Any]:
    return {"occurred_at": stamp(moment), "occurred_on": local_day(moment, pilot)}


def _along(entry: str, pilot: str, people: tuple[str, ...]) -> Iterator[TableChange]:
    for person in dict.fromkeys(people):
        yield Change(COMPANIONS, (entry, person), {"pilot": pilot, "status": "logged"})
