"""What each pilot works with and is measured by, and who belongs to it."""

from collections.abc import Iterator

from sqlalchemy import Column, Index, Integer, String

from domain.facts.pilot import PilotGateOverridden
from domain.facts.pilot_measures import (
    PilotMeasureDefined,
    PilotMeasurementTaken,
    PilotMeasureRetargeted,
)
from domain.facts.pilot_media import PilotCapabilityChosen, PilotMediumAdopted, PilotMediumSwapped
from domain.facts.pilot_people import PilotMemberJoined, PilotMemberLeft
from domain.kernel.aggregate import Event
from domain.kernel.moments import stamp
from domain.media import ATTRIBUTES, fitting
from projections.engine.changes import (
    Add,
    Begin,
    Change,
    ChangeAll,
    End,
    Once,
    Plus,
    TableChange,
)
from projections.engine.from_fact import FromFact
from projections.engine.schema import log, states

CHOSEN = FromFact(PilotCapabilityChosen, "why")
ADOPTED = FromFact(PilotMediumAdopted, "helps_because", "speed", "formality", "time", "place")
DEFINED = FromFact(
    PilotMeasureDefined,
    "name", "unit", "kind", "cell", "audience", "benefits", "baseline", "target", "due",
)  # fmt: skip  # one list
TAKEN = FromFact(PilotMeasurementTaken, "measure", "experiment", "value", "n")
JOINED = FromFact(PilotMemberJoined, "role", "organisation", "audience", "stakeholder")
OVERRIDDEN = FromFact(PilotGateOverridden, "reason")

CAPABILITIES = states(
    "capabilities",
    Column("pilot", String, primary_key=True),
    Column("capability", String, primary_key=True),
    *CHOSEN.columns(),
)

MEDIA = states(
    "media",
    Column("pilot", String, primary_key=True),
    Column("medium", String, primary_key=True),
    Column("capability", String, primary_key=True),
    *ADOPTED.columns(),
    Column("adopted_at", String),
)
Index("media_called", MEDIA.c.medium)

MEASURES = states(
    "measures",
    Column("pilot", String, primary_key=True),
    Column("measure", String, primary_key=True),
    *DEFINED.columns(),
    *(Column(n, String) for n in ("value", "measured_at", "defined_at", "moved_at", "noted_at")),
    Column("taken", Integer),
    Column("first_target", String),
)

MEASUREMENTS = log(
    "measurements",
    Column("pilot", String, primary_key=True),
    *TAKEN.columns(),
    Column("occurred_at", String, nullable=False),
)

MEMBERS = states(
    "members",
    Column("pilot", String, primary_key=True),
    Column("person", String, primary_key=True),
    *JOINED.columns(),
    Column("joined_at", String),
)
Index("members_of_organisation", MEMBERS.c.organisation)

PASSED = states(
    "gates_passed",
    Column("pilot", String, primary_key=True),
    Column("rule", String, primary_key=True),
    *OVERRIDDEN.columns(),
    Column("passed_at", String),
    Column("passed_by", String),
)


def project(event: Event) -> Iterator[TableChange]:
    """Give one part of a charter its next state; leave every other fact alone."""
    pilot, at = event.originator_id, stamp(event.occurred_at)
    match event.fact:
        case PilotCapabilityChosen(capability=capability) as fact:
            yield Begin(CAPABILITIES, (pilot, capability), CHOSEN.values(fact))
        case PilotMediumAdopted(medium=medium, capability=capability) as fact:
            fits = fitting(medium, **{name: getattr(fact, name) for name in ATTRIBUTES})
            adopted = ADOPTED.values(fact) | {"adopted_at": at}
            yield Begin(MEDIA, (pilot, medium, capability), adopted | fits)
        case PilotMediumSwapped(from_=old, to=new, reason=reason):
            swapped = {"helps_because": reason, "adopted_at": at} | fitting(new)
            yield ChangeAll(MEDIA, (pilot, old), swapped, into=(pilot, new))
        case PilotMeasureDefined() as fact:
            since = {"defined_at": at, "noted_at": stamp(event.recorded_at or event.occurred_at)}
            yield Begin(MEASURES, (pilot, fact.measure), DEFINED.values(fact) | since)
        case PilotMeasureRetargeted(measure=measure, old=old, new=new):
            moved = {"target": new, "moved_at": at, "first_target": Once(old)}
            yield Change(MEASURES, (pilot, measure), moved)
        case PilotMeasurementTaken(measure=measure, value=value) as fact:
            columns = {"value": value, "measured_at": at, "taken": Plus(1)}
            yield Change(MEASURES, (pilot, measure), columns)
            yield Add(MEASUREMENTS, TAKEN.values(fact) | {"pilot": pilot, "occurred_at": at})
        case PilotMemberJoined(person=person) as fact:
            yield Change(MEMBERS, (pilot, person), JOINED.values(fact) | {"joined_at": at})
        case PilotGateOverridden(rule=rule) as fact:
            passed = {"passed_at": at, "passed_by": event.by}
            yield Change(PASSED, (pilot, rule), OVERRIDDEN.values(fact) | passed)
        case PilotMemberLeft(person=person):
            yield End(MEMBERS, (pilot, person))
        case _:
            pass
