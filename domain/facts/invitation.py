"""What happens to an invitation: a way for people to take part."""

from domain.kernel.aggregate import Fact
from domain.kernel.fields import Label, PersonId, PilotId, Text


class InvitationOpened(Fact, name="invitation.opened.v1"):
    """People of an audience were invited to take part."""

    pilot: PilotId
    text: Text
    audience: Label | None = None


class InvitationTakenUp(Fact, name="invitation.taken-up.v1"):
    """A person took the invitation up."""

    person: PersonId


class InvitationClosed(Fact, name="invitation.closed.v1"):
    """The invitation no longer stands."""
