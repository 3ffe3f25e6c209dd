"""Which pilots there are, what each should accomplish, and where it stands."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Index, Integer, String

from domain.facts.pilot import (
    PilotArchived,
    PilotClosed,
    PilotExtended,
    PilotGateOverridden,
    PilotPaused,
    PilotProposed,
    PilotRenamed,
    PilotResumed,
    PilotStarted,
)
from domain.facts.pilot_people import PilotOwnerChanged, PilotSponsorNamed
from domain.facts.pilot_purpose import PilotAccomplishmentStated, PilotProblemNamed
from domain.kernel.aggregate import Event
from domain.kernel.moments import stamp
from projections.engine.changes import Begin, Change, Once, Plus, TableChange
from projections.engine.from_fact import FromFact
from projections.engine.schema import Rollup, states

PROPOSED = FromFact(PilotProposed, "programme", "title", "raw_request", "kind", "owner", "goal")
NAMED = FromFact(PilotProblemNamed, "problem", "who_has_it")
STAKED = FromFact(PilotStarted, "stake_hours")
IMPORTED = "import:"  # what the source of facts begins with that came from elsewhere

PILOTS = states(
    "pilots",
    Column("pilot", String, primary_key=True),
    *PROPOSED.columns(),
    Column("stage", String),
    Column("proposed_at", String),
    Column("accomplishment", String),
    Column("answered_at", String),
    Column("goal_type", String),
    *NAMED.columns(),
    Column("override", String),
    Column("started_at", String),
    Column("ends_on", String),
    *STAKED.columns(),
    Column("stake_amount", String),
    Column("stake_currency", String),
    Column("closed_at", String),
    Column("closed_because", String),
    Column("sponsor", String),
    Column("paused_because", String),
    Column("moved_ends", Integer),
    Column("imported", Integer),
)
Index("pilots_in_order", PILOTS.c.proposed_at, PILOTS.c.pilot)

STAGES = Rollup("pilots_by_stage", PILOTS, by=("stage",))


def project(event: Event) -> Iterator[TableChange]:
    """Give a pilot its next state; leave every other fact alone."""
    key = (event.originator_id,)
    if isinstance(event.fact, PilotProposed):
        new: dict[str, Any] = {"stage": "proposed", "proposed_at": stamp(event.occurred_at)}
        new["imported"] = int(event.source.startswith(IMPORTED))
        yield Begin(PILOTS, key, PROPOSED.values(event.fact) | new)
    elif values := _changed(event):
        yield Change(PILOTS, key, values)


def _changed(event: Event) -> dict[str, Any]:
    match event.fact:
        case PilotRenamed(title=title):
            return {"title": title}
        case PilotOwnerChanged(owner=owner):
            return {"owner": owner}
        case PilotAccomplishmentStated(answer=answer, goal_type=goal_type):
            values = {"accomplishment": answer, "goal_type": goal_type}
            return values | {"answered_at": Once(stamp(event.occurred_at))}
        case PilotProblemNamed() as fact:
            return NAMED.values(fact)
        case PilotGateOverridden(reason=reason):
            return {"override": reason}
        case PilotExtended(new_end=new_end):
            return {"ends_on": str(new_end), "moved_ends": Plus(1)}
        case PilotSponsorNamed(person=person):
            return {"sponsor": person}
        case _:
            return _moved_on(event)


def _moved_on(event: Event) -> dict[str, Any]:
    at = stamp(event.occurred_at)
    match event.fact:
        case PilotStarted(ends_on=ends_on, stake_money=money) as fact:
            stake = STAKED.values(fact) | {"stake_amount": money and money.amount}
            stake |= {"stake_currency": money and money.currency}
            until = {"ends_on": ends_on and str(ends_on)}
            return {"stage": "running", "started_at": at} | until | stake
        case PilotPaused(reason=reason):
            return {"stage": "paused", "paused_because": reason}
        case PilotResumed():
            return {"stage": "running"}
        case PilotClosed(reason=reason):
            return {"stage": "closed", "closed_at": at, "closed_because": reason}
        case PilotArchived():
            return {"stage": "archived"}
        case _:
            return {}
