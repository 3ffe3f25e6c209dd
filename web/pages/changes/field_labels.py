"""What the kinds of thing that differ are called, and the signs of how they differ."""

from collections.abc import Mapping

from domain.kernel.messages import say
from web.ui.record_kinds import label_of

GROUPS: Mapping[str, tuple[str, str]] = {  # kind: what its group is called, its icon
    "decision": ("Decisions", "flag"),
    "experiment": ("Experiments", "flask-conical"),
    "evidence": ("Findings", "eye"),
    "insight": ("Insights", "eye"),
    "assumption": ("Assumptions", "eye"),
    "lesson": ("Lessons", "lightbulb"),
    "value": ("Value", "coins"),
    "conclusion": ("Conclusions", "message-square"),
    "readiness": ("Readiness", "gauge"),
    "pilot": ("The pilot itself", "route"),
    "purpose": ("What for", "target"),
    "audience": ("For whom", "users"),
    "capability": ("Capabilities", "target"),
    "medium": ("Media", "network"),
    "measure": ("Measures", "gauge"),
    "member": ("Members", "users"),
    "gate": ("Gates passed", "flag"),
}
ICONS = {
    "experiment": "flask-conical",
    "question": "message-square",
    "medium": "network",
    "person": "users",
}
SIGNS = {"added": "+", "changed": "~", "contradicted": "!", "quiet": "∅"}
COLUMNS = {
    "accomplishment": "To accomplish",
    "baseline": "Began at",
    "closed_because": "Closed because",
    "due": "By when",
    "ends_on": "Ends on",
    "goal_type": "Kind of goal",
    "level": "Level, of 4",
    "objections": "Objections",
    "owner": "Owner",
    "paused_because": "Paused because",
    "result": "Result",
    "revisit_on": "To be looked at again on",
    "status": "Stands as",
    "statement": "Says",
    "target": "Target",
    "text": "Says",
    "trial": "Trial",
    "value": "Measured",
}


def called(column: str) -> str:
    """Return what a difference calls a column."""
    return say(COLUMNS[column]) if column in COLUMNS else label_of(column)
