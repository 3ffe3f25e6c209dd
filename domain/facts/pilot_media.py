"""What a pilot works with: capabilities first, then the media that are to help them."""

from typing import Literal

from msgspec import field

from domain.fields import Label, Percent, Text
from domain.kernel import Fact


class PilotCapabilityChosen(Fact, name="pilot.capability-chosen.v1"):
    """A capability was chosen that people should gain, whatever the tool."""

    capability: Label
    why: Text


class PilotMediumAdopted(Fact, name="pilot.medium-adopted.v1"):
    """A medium was taken up because it should help a capability."""

    medium: Label
    capability: Label
    helps_because: Text
    speed: Literal["slow", "steady", "fast"] | None = None
    formality: Literal["informal", "neutral", "formal"] | None = None
    time: Literal["together", "any-time"] | None = None
    place: Literal["in-person", "remote", "either"] | None = None


class PilotMediumFitAssessed(Fact, name="pilot.medium-fit-assessed.v1"):
    """It was found out how much of an audience is present on a medium."""

    medium: Label
    audience: Label
    share_present: Percent
    source: Text


class PilotMediumSwapped(Fact, name="pilot.medium-swapped.v1"):
    """One medium took the place of another, for a reason; the history goes on."""

    from_: Label = field(name="from")
    to: Label
    reason: Text
