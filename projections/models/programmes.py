"""Which programmes there are, what for, with which goals and rules."""

from collections.abc import Iterator

from sqlalchemy import Column, String

from domain.facts.programme import (
    ProgrammeGoalAdded,
    ProgrammeOpened,
    ProgrammeRenamed,
    ProgrammeRuleSet,
    ProgrammeWordingChanged,
    ProgrammeZoneSet,
)
from domain.kernel.aggregate import Event
from projections.engine.changes import Begin, Change, TableChange
from projections.engine.from_fact import FromFact
from projections.engine.schema import states

OPENED = FromFact(ProgrammeOpened, "name", "what_for")
ADDED = FromFact(ProgrammeGoalAdded, "parent", "kind", "text")
SET = FromFact(ProgrammeRuleSet, "threshold", "severity", "reason")
ZONE = FromFact(ProgrammeZoneSet, "time_zone")
CHANGED = FromFact(ProgrammeWordingChanged, "wanted", "reason")

PROGRAMMES = states(
    "programmes",
    Column("programme", String, primary_key=True),
    *OPENED.columns(),
    *ZONE.columns(),
)

GOALS = states(
    "goals",
    Column("programme", String, primary_key=True),
    Column("goal", String, primary_key=True),
    *ADDED.columns(),
)

RULES = states(
    "rules_set",
    Column("programme", String, primary_key=True),
    Column("rule", String, primary_key=True),
    *SET.columns(),
)


WORDING = states(
    "wording",
    Column("programme", String, primary_key=True),
    Column("list", String, primary_key=True),
    Column("phrase", String, primary_key=True),
    *CHANGED.columns(),
)


def project(event: Event) -> Iterator[TableChange]:
    """Give a programme its next state; leave every other fact alone."""
    key = (event.originator_id,)
    match event.fact:
        case ProgrammeOpened() as fact:
            yield Begin(PROGRAMMES, key, OPENED.values(fact))
        case ProgrammeRenamed(name=name):
            yield Change(PROGRAMMES, key, {"name": name})
        case ProgrammeZoneSet() as fact:
            yield Change(PROGRAMMES, key, ZONE.values(fact))
        case ProgrammeGoalAdded(goal=goal) as fact:
            yield Begin(GOALS, (*key, goal), ADDED.values(fact))
        case ProgrammeRuleSet(rule=rule) as fact:
            yield Change(RULES, (*key, rule), SET.values(fact))
        case ProgrammeWordingChanged(phrase=phrase) as fact:
            yield Change(WORDING, (*key, fact.list, phrase), CHANGED.values(fact))
        case _:
            pass
