"""What can be asked about who belongs to a pilot, and how they are."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from domain.facts.pilot_people import (
    PilotMemberJoined,
    PilotMemberLeft,
    PilotOwnerChanged,
    PilotPulseNoted,
    PilotSponsorNamed,
)
from domain.kernel.errors import Missing
from domain.kernel.fields import Label, PersonId, PilotId, Role, Stakeholder, Stance, Strength
from domain.kernel.messages import say
from domain.kernel.moments import day_in
from domain.pilot import Pilot
from pilots.commands.base import Command
from pilots.unit_of_work import UnitOfWork


class JoinPilot(
    Command, name="join-pilot", button="Add to the pilot", of=Pilot, records=PilotMemberJoined
):
    """Let a person join a pilot in a role."""

    pilot: PilotId
    person: Annotated[PersonId, Meta(title="Who")]
    role: Annotated[Role, Meta(title="Role")] = "participant"
    audience: Annotated[Label | None, Meta(title="Audience they belong to")] = None
    stakeholder: Annotated[Stakeholder | None, Meta(title="Kind of stakeholder")] = None
    organisation: Annotated[Label | None, Meta(title="Organisation")] = None


class LeavePilot(
    Command, name="leave-pilot", button="Remove from the pilot", of=Pilot, records=PilotMemberLeft
):
    """Let a person leave a pilot; what they did stays."""

    pilot: PilotId
    person: Annotated[PersonId, Meta(title="Who")]


class ChangeOwner(
    Command,
    name="change-owner",
    button="Change the owner",
    of=Pilot,
    records=PilotOwnerChanged,
    edits=True,
):
    """Let another person answer for a pilot."""

    pilot: PilotId
    owner: Annotated[PersonId, Meta(title="New owner")]


class NameSponsor(
    Command,
    name="name-sponsor",
    button="Name the sponsor",
    of=Pilot,
    records=PilotSponsorNamed,
    edits=True,
):
    """Say who stands behind a pilot, and gives one of the two verdicts on it."""

    pilot: PilotId
    person: Annotated[PersonId, Meta(title="Sponsor")]


class NotePulse(
    Command,
    name="note-pulse",
    button="Note the pulse",
    of=Pilot,
    records=PilotPulseNoted,
    unsigned=True,
):
    """Say how it goes, without your name: it is shown only where five or more have answered."""

    pilot: PilotId
    day: Annotated[date | None, Meta(title="Day", description="Today, if left empty.")] = None
    knew_whom: Annotated[
        Strength | None,
        Meta(title="I knew whom to ask", description="1 not at all, 5 entirely."),
    ] = None
    was_heard: Annotated[Strength | None, Meta(title="What I said was heard")] = None
    was_useful: Annotated[Strength | None, Meta(title="It helped my own work")] = None
    energy: Annotated[
        Stance | None, Meta(title="Energy", description="-1 it costs, 0 even, 1 it gives.")
    ] = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Note it under nobody's name."""
        answers = (self.knew_whom, self.was_heard, self.was_useful)
        given = tuple(each for each in answers if each is not None)
        if 0 < len(given) < len(answers):
            message = say("Answer all three questions, or none of them.")
            raise Missing(message, field="knew_whom")
        work.find(Pilot, self.pilot).record(
            PilotPulseNoted(
                day=self.day or day_in(self.zone or "UTC", work.when.occurred_at),
                answers=(given[0], given[1], given[2]) if len(given) == len(answers) else None,
                energy=self.energy,
            )
        )
