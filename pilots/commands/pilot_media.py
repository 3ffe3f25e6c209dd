"""What can be said about what a pilot works with: capabilities first, then media."""

from typing import Annotated

from msgspec import Meta, field

from domain.facts.pilot_media import (
    PilotCapabilityChosen,
    PilotMediumAdopted,
    PilotMediumFitAssessed,
    PilotMediumSwapped,
)
from domain.kernel.fields import Formality, Percent, PilotId, Place, Speed, Timing
from domain.pilot import Pilot
from pilots.commands.base import Command, Override, Reason, RequiredLabel, RequiredText

Capability = Annotated[
    RequiredLabel,
    Meta(title="Capability", description="Such as listen, answer, co-write, decide, hand over."),
]
Medium = Annotated[
    RequiredLabel, Meta(title="Medium", description="Such as wiki, phone, paper, weekly meeting.")
]


class ChooseCapability(
    Command,
    name="choose-capability",
    button="Choose the capability",
    of=Pilot,
    records=PilotCapabilityChosen,
):
    """Choose what people should become able to do, whatever the tool."""

    pilot: PilotId
    capability: Capability
    why: Annotated[RequiredText, Meta(title="Why this one?")]


class AdoptMedium(
    Command, name="adopt-medium", button="Adopt the medium", of=Pilot, records=PilotMediumAdopted
):
    """Take up a medium because it should help a capability."""

    pilot: PilotId
    medium: Medium
    capability: Capability
    helps_because: Annotated[RequiredText, Meta(title="It helps because")]
    speed: Annotated[Speed | None, Meta(title="Speed")] = None
    formality: Annotated[Formality | None, Meta(title="Formality")] = None
    time: Annotated[Timing | None, Meta(title="Time")] = None
    place: Annotated[Place | None, Meta(title="Place")] = None
    override: Override = ""


class AssessMediumFit(
    Command,
    name="assess-medium-fit",
    button="Save the fit",
    of=Pilot,
    records=PilotMediumFitAssessed,
):
    """Say how much of an audience is to be found on a medium at all."""

    pilot: PilotId
    medium: Medium
    audience: Annotated[RequiredLabel, Meta(title="Audience")]
    share_present: Annotated[Percent, Meta(title="How many of them use it, in percent?")]
    source: Annotated[RequiredText, Meta(title="How do you know?")]


class SwapMedium(
    Command, name="swap-medium", button="Swap the medium", of=Pilot, records=PilotMediumSwapped
):
    """Let one medium take the place of another; the pilot and its history go on."""

    pilot: PilotId
    from_: Annotated[RequiredLabel, Meta(title="Used until now")] = field(name="from")
    to: Annotated[RequiredLabel, Meta(title="Takes its place")]
    reason: Reason
