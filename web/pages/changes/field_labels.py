"""What the kinds of thing that differ are called, and the signs of how they differ."""

from collections.abc import Mapping

from domain.kernel.messages import Message, say
from domain.kinds import KINDS
from web.ui.record_kinds import label_of

GROUPS: Mapping[str, tuple[Message, str]] = {  # kind: what its group is called, its icon
    **{each.kind: (each.several, each.icon) for each in KINDS.values() if each.compared},
    "readiness": (say("Readiness"), "gauge"),
    "pilot": (say("The pilot itself"), "route"),
    "purpose": (say("What for"), "target"),
    "audience": (say("For whom"), "users"),
    "capability": (say("Capabilities"), "target"),
    "medium": (say("Media"), "network"),
    "measure": (say("Measures"), "gauge"),
    "member": (say("Members"), "users"),
    "gate": (say("Gates passed"), "flag"),
}
ICONS = {
    "experiment": "flask-conical",
    "question": "message-square",
    "medium": "network",
    "person": "users",
}
SIGNS = {"added": "+", "changed": "~", "contradicted": "!", "quiet": "∅"}
COLUMNS = {
    "accomplishment": say("To accomplish"),
    "baseline": say("Began at"),
    "closed_because": say("Closed because"),
    "due": say("By when"),
    "ends_on": say("Ends on"),
    "goal_type": say("Kind of goal"),
    "level": say("Level, of 4"),
    "objections": say("Objections"),
    "owner": say("Owner"),
    "paused_because": say("Paused because"),
    "result": say("Result"),
    "revisit_on": say("To be looked at again on"),
    "status": say("Stands as"),
    "statement": say("Says"),
    "target": say("Target"),
    "text": say("Says"),
    "trial": say("Trial"),
    "value": say("Measured"),
}


def called(column: str) -> Message:
    """Return what a difference calls a column."""
    return COLUMNS.get(column) or label_of(column)
