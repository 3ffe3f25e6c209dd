"""What else can be said with each command that replaces something, and what disturbs it not."""

from typing import Any

from pilots.commands import COMMANDS
from tests.support.good_values import GOOD
from tests.support.stories.world import World
from tests.web.pages.commands.test_form import filled_in

EDITS = [name for name, kind in COMMANDS.items() if kind.edits]
NOT_PROSE = ("field", "goal_type", "changes.minutes", "changes.confidence")
SPECIAL: dict[str, dict[str, Any]] = {
    "extend-pilot": {"new_end": "2026-10-31"},
    "retarget-measure": {"new": "31"},
    "change-owner": {"owner": "Moana"},
    "name-sponsor": {"person": "Moana"},
}
BESIDE: dict[str, tuple[str, dict[str, Any]]] = {  # kind: a form that replaces nothing of it
    "pilot": ("/add-stakeholder", {"kind": "vendors", "area": "delivery"}),
    "programme": ("/add-goal", {"goal": "calm", "kind": "goal", "text": "Calm."}),
    "experiment": ("/log-effort", {"hours": "3"}),
    "entry": ("/join", {"person": "Moana"}),
    "lesson": ("/revalidate", {"confidence": "70"}),
    "value": ("/contest", {"reason": "It was counted twice."}),
}
ANOTHER_PART = {
    "amend-hypothesis": {"field": "because"},
    "retarget-measure": {"measure": "absent"},
}


def said_otherwise(world: World, name: str) -> tuple[str, dict[str, Any]]:
    """Return the address of a form and other good values than the good ones."""
    path, said = filled_in(world, name)
    if name in SPECIAL:
        return path, said | SPECIAL[name]
    prose = {
        key: f"{value} So they say."
        for key, value in said.items()
        if isinstance(value, str) and key not in NOT_PROSE
    }
    return path, said | prose


def beside(world: World, name: str) -> tuple[str, dict[str, Any]]:
    """Return a form about the same thing that replaces nothing, where there is one."""
    form, said = BESIDE[COMMANDS[name].of.kind]
    path, _ = filled_in(world, name)
    return path.rpartition("/")[0] + form, said


def disturbed() -> list[str]:
    """Return the commands about a thing to which something else can happen as well."""
    return [name for name in EDITS if COMMANDS[name].of.kind in BESIDE and "{" in GOOD[name].path]
