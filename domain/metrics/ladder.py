"""From listening to leading: which ways of taking part reach which rung (S003)."""

from collections.abc import Mapping
from types import MappingProxyType

RUNGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "observer": ("listen",),
        "reactor": ("react",),
        "contributor": ("contribute", "ask", "answer", "give", "promote", "sell"),
        "collaborator": ("co-create", "coordinate"),
        "leader": ("lead", "invite"),
    }
)
