"""Who belongs to a pilot, and how they are; nothing here ranks a person."""

from datetime import date

from domain.kernel.aggregate import Fact
from domain.kernel.fields import Label, PersonId, Role, Stakeholder, Stance, Strength


class PilotOwnerChanged(Fact, name="pilot.owner-changed.v1"):
    """Another person answers for the pilot."""

    owner: PersonId


class PilotSponsorNamed(Fact, name="pilot.sponsor-named.v1"):
    """A person stands behind the pilot."""

    person: PersonId


class PilotMemberJoined(Fact, name="pilot.member-joined.v1"):
    """A person joined the pilot in a role."""

    person: PersonId
    role: Role
    audience: Label | None = None
    stakeholder: Stakeholder | None = None
    organisation: Label | None = None


class PilotMemberLeft(Fact, name="pilot.member-left.v1"):
    """A person left the pilot."""

    person: PersonId


class PilotPulseNoted(Fact, name="pilot.pulse-noted.v1"):
    """Someone, who is not named, answered the three questions of the day."""

    day: date
    answers: tuple[Strength, Strength, Strength] | None = None
    energy: Stance | None = None
