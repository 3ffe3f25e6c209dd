"""What is said about what each pilot is for, and for whom."""

from collections.abc import Iterator

from sqlalchemy import Column, String

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
from projections.engine.from_fact import FromFact
from projections.engine.schema import states

STATED = FromFact(PilotPurposeStated, "change_or_protect", "for_whom", "whose_belief")
REFRAMED = FromFact(PilotRequestReframed, "original", "capability", "problem")
AUDIENCE_LISTED = FromFact(PilotAudienceListed, "interest", "why_they_care")
ASSESSED = FromFact(PilotMediumFitAssessed, "share_present", "source")

PURPOSES = states(
    "purposes",
    Column("pilot", String, primary_key=True),
    *STATED.columns(),
    *REFRAMED.columns(),
    Column("why_care", String),
    Column("ask", String),
)

AUDIENCES = states(
    "audiences",
    Column("pilot", String, primary_key=True),
    Column("audience", String, primary_key=True),
    *AUDIENCE_LISTED.columns(),
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
    *ASSESSED.columns(),
)


def project(event: Event) -> Iterator[TableChange]:
    """Give what a pilot is for its next state; leave every other fact alone."""
    pilot = event.originator_id
    match event.fact:
        case PilotPurposeStated() as fact:
            yield Change(PURPOSES, (pilot,), STATED.values(fact))
        case PilotRequestReframed() as fact:
            yield Change(PURPOSES, (pilot,), REFRAMED.values(fact))
        case PilotWhyCareStated(text=text):
            yield Change(PURPOSES, (pilot,), {"why_care": text})
        case PilotParticipantAskSet(text=text):
            yield Change(PURPOSES, (pilot,), {"ask": text})
        case PilotAudienceListed(audience=audience) as fact:
            yield Change(AUDIENCES, (pilot, audience), AUDIENCE_LISTED.values(fact))
        case PilotStakeholderAdded(kind=kind, area=area):
            yield Begin(STAKEHOLDERS, (pilot, kind, area), {})
        case PilotMediumFitAssessed(medium=medium, audience=audience) as fact:
            yield Change(FITS, (pilot, medium, audience), ASSESSED.values(fact))
        case _:
            pass
