"""What each pilot works with and is measured by, and who belongs to it."""

from collections.abc import Iterator

from msgspec import structs
from sqlalchemy import Column, Integer, String

from domain.facts.pilot_measures import (
    PilotMeasureDefined,
    PilotMeasurementTaken,
    PilotMeasureRetargeted,
)
from domain.facts.pilot_media import (
    PilotCapabilityChosen,
    PilotMediumAdopted,
    PilotMediumSwapped,
)
from domain.facts.pilot_people import PilotMemberJoined, PilotMemberLeft
from domain.kernel import Event
from domain.moments import stamp
from projections.changes import Begin, Change, ChangeAll, End, Plus, Said
from projections.tables import states

CAPABILITIES = states(
    "capabilities",
    Column("pilot", String, primary_key=True),
    Column("capability", String, primary_key=True),
    Column("why", String),
)

MEDIA = states(
    "media",
    Column("pilot", String, primary_key=True),
    Column("medium", String, primary_key=True),
    Column("capability", String, primary_key=True),
    Column("helps_because", String),
)

SAID = ("name", "unit", "kind", "cell", "audience", "baseline", "target")

MEASURES = states(
    "measures",
    Column("pilot", String, primary_key=True),
    Column("measure", String, primary_key=True),
    *(Column(name, String) for name in (*SAID, "due", "value", "measured_at")),
    Column("taken", Integer),
)

MEMBERS = states(
    "members",
    Column("pilot", String, primary_key=True),
    Column("person", String, primary_key=True),
    Column("role", String),
    Column("organisation", String),
)


def project(event: Event) -> Iterator[Said]:
    """Give one part of a charter its next state; leave every other fact alone."""
    pilot = event.originator_id
    match event.fact:
        case PilotCapabilityChosen(capability=capability, why=why):
            yield Begin(CAPABILITIES, (pilot, capability), {"why": why})
        case PilotMediumAdopted(medium=medium, capability=capability, helps_because=because):
            yield Begin(MEDIA, (pilot, medium, capability), {"helps_because": because})
        case PilotMediumSwapped(from_=old, to=new, reason=reason):
            yield ChangeAll(MEDIA, (pilot, old), {"helps_because": reason}, into=(pilot, new))
        case PilotMeasureDefined() as fact:
            told = structs.asdict(fact)
            values = {name: told[name] for name in SAID} | {"due": fact.due and str(fact.due)}
            yield Begin(MEASURES, (pilot, fact.measure), values)
        case PilotMeasureRetargeted(measure=measure, new=new):
            yield Change(MEASURES, (pilot, measure), {"target": new})
        case PilotMeasurementTaken(measure=measure, value=value):
            told = {"value": value, "measured_at": stamp(event.occurred_at), "taken": Plus(1)}
            yield Change(MEASURES, (pilot, measure), told)
        case PilotMemberJoined(person=person, role=role, organisation=organisation):
            yield Change(MEMBERS, (pilot, person), {"role": role, "organisation": organisation})
        case PilotMemberLeft(person=person):
            yield End(MEMBERS, (pilot, person))
        case _:
            pass
