"""What is known of media before anyone uses them: how fast and formal, when and where."""

from types import MappingProxyType
from typing import NamedTuple

from domain.kernel.fields import Formality, Place, Speed, Timing


class Attributes(NamedTuple):
    """The four ways in which media differ (S003: speed, formality, time and place)."""

    speed: Speed
    formality: Formality
    time: Timing
    place: Place


ATTRIBUTES = Attributes._fields

USUAL = MappingProxyType(
    {
        "chat": Attributes("fast", "informal", "together", "remote"),
        "e-mail": Attributes("steady", "neutral", "any-time", "remote"),
        "forum": Attributes("steady", "informal", "any-time", "remote"),
        "in person": Attributes("fast", "informal", "together", "in-person"),
        "letter": Attributes("slow", "formal", "any-time", "remote"),
        "meeting": Attributes("steady", "neutral", "together", "in-person"),
        "notice board": Attributes("slow", "neutral", "any-time", "in-person"),
        "paper": Attributes("slow", "formal", "any-time", "in-person"),
        "phone": Attributes("fast", "informal", "together", "remote"),
        "shared document": Attributes("steady", "neutral", "any-time", "remote"),
        "survey": Attributes("slow", "formal", "any-time", "remote"),
        "usb stick": Attributes("slow", "informal", "any-time", "in-person"),
        "video call": Attributes("fast", "neutral", "together", "remote"),
        "wiki": Attributes("steady", "neutral", "any-time", "remote"),
        "workshop": Attributes("slow", "neutral", "together", "in-person"),
    }
)


def fitting(medium: str, **given: str | None) -> dict[str, str | None]:
    """Return the attributes of a medium: what was said of it, else what is usual for its name."""
    usual = USUAL.get(medium.strip().casefold())
    return {
        name: given.get(name) or (getattr(usual, name) if usual else None) for name in ATTRIBUTES
    }
