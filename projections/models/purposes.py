"""What is said about what each pilot is for, and for whom."""

from collections.abc import Iterator

from sqlalchemy import Column, Integer, String

from domain.facts.pilot_media import PilotMediumFitAssessed
from domain.facts.pilot_purpose import (
    PilotAudienceListed,
    PilotParticipantAskSet,
    PilotPurposeStated,
    PilotRequestReframed,
    PilotStakeholderAdded,
    PilotWhyCareStated,
)
from domain.kernel.aggregate import Event
from projections.engine.changes import Begin, Change, TableChange
from projections.engine.schema import states

PURPOSES = states(
    "purposes",
    Column("pilot", String, primary_key=True),
    *(Column(name, String) for name in ("change_or_protect", "for_whom", "whose_belief")),
    *(Column(name, String) for name in ("original", "capability", "problem")),
    *(Column(name, String) for name in ("why_care", "ask")),
)

AUDIENCES = states(
    "audiences",
    Column("pilot", String, primary_key=True),
    Column("audience", String, primary_key=True),
    Column("interest", String),
    Column("why_they_care", String),
)

STAKEHOLDERS = states(
    "stakeholders",
    Column("pilot", String, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("area", String, primary_key=True),
)

FITS = states(
    "medium_fits",
    Column("pilot", String, primary_key=True),
    Column("medium", String, primary_key=True),
    Column("audience", String, primary_key=True),
    Column("share_present", Integer),
    Column("source", String),
)


def project(event: Event) -> Iterator[TableChange]:
    """Give what a pilot is for its next state; leave every other fact alone."""
    pilot = event.originator_id
    match event.fact:
        case PilotPurposeStated() as fact:
            names = ("change_or_protect", "for_whom", "whose_belief")
            yield Change(PURPOSES, (pilot,), {name: getattr(fact, name) for name in names})
        case PilotRequestReframed(original=original, capability=capability, problem=problem):
            values = {"original": original, "capability": capability, "problem": problem}
            yield Change(PURPOSES, (pilot,), values)
        case PilotWhyCareStated(text=text):
            yield Change(PURPOSES, (pilot,), {"why_care": text})
        case PilotParticipantAskSet(text=text):
            yield Change(PURPOSES, (pilot,), {"ask": text})
        case PilotAudienceListed(audience=audience, interest=interest, why_they_care=why):
            values = {"interest": interest, "why_they_care": why}
            yield Change(AUDIENCES, (pilot, audience), values)
        case PilotStakeholderAdded(kind=kind, area=area):
            yield Begin(STAKEHOLDERS, (pilot, kind, area), {})
        case PilotMediumFitAssessed(medium=medium, audience=audience) as fact:
            fit = {"share_present": fact.share_present, "source": fact.source}
            yield Change(FITS, (pilot, medium, audience), fit)
        case _:
            pass
