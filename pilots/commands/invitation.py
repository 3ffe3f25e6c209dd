"""What can be asked of an invitation."""

from typing import Annotated

from msgspec import Meta

from domain.facts.invitation import InvitationClosed, InvitationOpened, InvitationTakenUp
from domain.invitation import Invitation
from domain.kernel.fields import InvitationId, Label, PersonId, PilotId
from pilots.commands.base import Command, RequiredText
from pilots.unit_of_work import UnitOfWork


class OpenInvitation(
    Command,
    name="open-invitation",
    button="Open the invitation",
    of=Invitation,
    records=InvitationOpened,
):
    """Invite people to take part; one leads by making room for others."""

    pilot: PilotId
    text: Annotated[RequiredText, Meta(title="What are they invited to do?")]
    audience: Annotated[Label | None, Meta(title="Audience")] = None


class TakeUpInvitation(
    Command,
    name="take-up-invitation",
    button="Take it up",
    of=Invitation,
    records=InvitationTakenUp,
):
    """Say that you, or somebody else, came because of an invitation."""

    invitation: InvitationId
    person: Annotated[
        PersonId | None, Meta(title="Who", description="Yourself, if left empty.")
    ] = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Record who came: the person who is named, or the one who asks."""
        person = self.person or work.asker.person
        work.find(Invitation, self.invitation).record(InvitationTakenUp(person=person))


class CloseInvitation(
    Command,
    name="close-invitation",
    button="Close the invitation",
    of=Invitation,
    records=InvitationClosed,
):
    """Say that an invitation no longer stands."""

    invitation: InvitationId
