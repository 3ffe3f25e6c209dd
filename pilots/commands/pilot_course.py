"""What can be asked of a pilot that was proposed: pause it, move its end, close it."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from domain.facts.pilot import PilotArchived, PilotClosed, PilotExtended, PilotPaused, PilotResumed
from domain.kernel.fields import PilotId
from domain.pilot import Pilot
from pilots.commands.base import Command, Override, Reason, RequiredText
from pilots.unit_of_work import UnitOfWork


class PausePilot(
    Command, name="pause-pilot", button="Pause the pilot", of=Pilot, records=PilotPaused
):
    """Let a running pilot stand still for a while."""

    pilot: PilotId
    reason: Reason


class ResumePilot(
    Command, name="resume-pilot", button="Resume the pilot", of=Pilot, records=PilotResumed
):
    """Let a paused pilot go on."""

    pilot: PilotId


class ExtendPilot(
    Command,
    name="extend-pilot",
    button="Move the end",
    of=Pilot,
    records=PilotExtended,
    edits=True,
):
    """Move the end of a pilot; where it was before stays in the history."""

    pilot: PilotId
    new_end: Annotated[date, Meta(title="New end")]
    reason: Reason

    def carry_out(self, work: UnitOfWork) -> None:
        """Move it from where it is now."""
        pilot = work.find(Pilot, self.pilot)
        pilot.record(pilot.extended(self.new_end, self.reason))


class ClosePilot(
    Command, name="close-pilot", button="Close the pilot", of=Pilot, records=PilotClosed
):
    """End a pilot; it can still be read, logged to and learned from."""

    pilot: PilotId
    reason: Annotated[RequiredText, Meta(title="Why does it end?")]
    override: Override = ""


class ArchivePilot(
    Command, name="archive-pilot", button="Archive the pilot", of=Pilot, records=PilotArchived
):
    """Put a closed pilot out of the way; it can still be read."""

    pilot: PilotId
