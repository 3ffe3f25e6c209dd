"""What a pilot works with: capabilities first, then the media that are to help them."""

from msgspec import field

from domain.kernel.aggregate import Fact
from domain.kernel.fields import Formality, Label, Percent, Place, Speed, Text, Timing


class PilotCapabilityChosen(Fact, name="pilot.capability-chosen.v1"):
    """A capability was chosen that people should gain, whatever the tool."""

    capability: Label
    why: Text


class PilotMediumAdopted(Fact, name="pilot.medium-adopted.v1"):
    """A medium was taken up because it should help a capability."""

    medium: Label
    capability: Label
    helps_because: Text
    speed: Speed | None = None
    formality: Formality | None = None
    time: Timing | None = None
    place: Place | None = None


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
