"""Which gates of a pilot were passed for a reason, and whether the reason was used."""

from collections.abc import Mapping

from sqlalchemy import Connection, func, select

from domain.kernel.access import SYSTEM
from domain.rules import RULES
from domain.rules.rule import Gate
from domain.rules.steps import STEPS
from projections.engine.as_of import Cut
from projections.models.charters import PASSED
from projections.models.facts_named import facts_named
from projections.models.timeline_facts import TIMELINE
from projections.records.lookups import all_of

GATES = [rule for rule in RULES if isinstance(rule, Gate)]


def gates_passed(db: Connection, cut: Cut, pilot: str) -> Mapping[str, bool]:
    """Return each gate that was passed, and whether no step it stands before came after that.

    What the system passed, as for who starts in two lines, stays open for the whole pilot.
    """
    rows = all_of(db, PASSED, cut, pilot)
    last = _last_steps(db, cut, pilot) if rows else {}
    return {
        row["rule"]: row["passed_by"] == SYSTEM.person
        or row["position"] > _used_at(row["rule"], last)
        for row in rows
    }


def _used_at(rule: str, last: Mapping[str, int]) -> int:
    steps = [STEPS[command] for gate in GATES if gate.id == rule for command in gate.on]
    return max((last.get(step, 0) for step in steps), default=0)


def _last_steps(db: Connection, cut: Cut, pilot: str) -> Mapping[str, int]:
    steps = facts_named(cut, pilot, *STEPS.values())
    query = select(TIMELINE.c.name, func.max(TIMELINE.c.position)).where(*steps)
    return dict(db.execute(query.group_by(TIMELINE.c.name)).all())
