"""Which programmes there are, what for, with which goals and rules."""

from collections.abc import Iterator

from sqlalchemy import Column, Integer, String

from domain.facts.programme import (
    ProgrammeGoalAdded,
    ProgrammeOpened,
    ProgrammeRenamed,
    ProgrammeRuleSet,
    ProgrammeWordingChanged,
)
from domain.kernel.aggregate import Event
from projections.engine.changes import Begin, Change, TableChange
from projections.engine.schema import states

PROGRAMMES = states(
    "programmes",
    Column("programme", String, primary_key=True),
    Column("name", String),
    Column("what_for", String),
)

GOALS = states(
    "goals",
    Column("programme", String, primary_key=True),
    Column("goal", String, primary_key=True),
    Column("parent", String),
    Column("kind", String),
    Column("text", String),
)

RULES = states(
    "rules_set",
    Column("programme", String, primary_key=True),
    Column("rule", String, primary_key=True),
    Column("threshold", Integer),
    Column("severity", String),
    Column("reason", String),
)


WORDING = states(
    "wording",
    Column("programme", String, primary_key=True),
    Column("list", String, primary_key=True),
    Column("phrase", String, primary_key=True),
    Column("wanted", Integer),
    Column("reason", String),
)


def project(event: Event) -> Iterator[TableChange]:
    """Give a programme its next state; leave every other fact alone."""
    key = (event.originator_id,)
    match event.fact:
        case ProgrammeOpened(name=name, what_for=what_for):
            yield Begin(PROGRAMMES, key, {"name": name, "what_for": what_for})
        case ProgrammeRenamed(name=name):
            yield Change(PROGRAMMES, key, {"name": name})
        case ProgrammeGoalAdded(goal=goal, parent=parent, kind=kind, text=text):
            yield Begin(GOALS, (*key, goal), {"parent": parent, "kind": kind, "text": text})
        case ProgrammeRuleSet(rule=rule) as fact:
            names = ("threshold", "severity", "reason")
            yield Change(RULES, (*key, rule), {name: getattr(fact, name) for name in names})
        case ProgrammeWordingChanged(phrase=phrase) as fact:
            values = {"wanted": int(fact.wanted), "reason": fact.reason}
            yield Change(WORDING, (*key, fact.list, phrase), values)
        case _:
            pass
