"""What counts as broadcast, and which rung of taking part each way of it stands on."""

from collections.abc import Mapping
from types import MappingProxyType

ASKING = ("ask", "invite")

RUNGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "observer": ("listen",),
        "reactor": ("react",),
        "contributor": ("contribute", "ask", "answer", "give", "promote", "sell"),
        "collaborator": ("co-create", "coordinate"),
        "leader": ("lead", "invite"),
    }
)
"""From content consumer to creator and leader (S003): which modes reach each rung."""


def is_broadcast(mode: str, direction: str) -> bool:
    """Tell whether an entry is said at people and not with them.

    People do not like messages (S001): what is broadcast counts as such unless it asks or invites.
    Selling always does, whoever it is told to (S004).
    """
    return mode == "sell" or (direction == "broadcast" and mode not in ASKING)
