"""What can be asked of a pilot over its life."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from domain.facts.pilot_people import PilotMemberJoined
from domain.fields import (
    Count,
    GoalType,
    Label,
    Money,
    PersonId,
    PilotId,
    PilotKind,
    ProgrammeId,
    Role,
    Stakeholder,
    Text,
)
from domain.person import Person
from domain.pilot import Pilot
from domain.programme import Programme
from pilots.commands.base import Command, Said, SaidName
from pilots.work import Work


class ProposePilot(Command, name="propose-pilot", button="Propose the pilot"):
    """Put a pilot forward, with one question."""

    programme: Annotated[
        ProgrammeId | None, Meta(title="Programme", description="A new one, if left empty.")
    ] = None
    title: Annotated[SaidName, Meta(title="Title", description="What people will call it.")]
    accomplishment: Annotated[
        Said | None,
        Meta(
            title="What do you want to accomplish?",
            description="Who would do what differently? You can answer later, but not start.",
        ),
    ] = None
    goal_type: Annotated[GoalType, Meta(title="Kind of goal")] = "other"
    raw_request: Annotated[
        Text,
        Meta(title="The request, as it was made", description="Word for word, if there was one."),
    ] = ""
    kind: Annotated[
        PilotKind,
        Meta(title="Kind of pilot", description="An exploration is left out of success rates."),
    ] = "business"

    def carry_out(self, work: Work) -> None:
        """Propose it, and answer the question where there is an answer."""
        if self.programme:
            programme = work.find(Programme, self.programme)
        else:
            programme = work.begin(Programme)
            programme.open(name="Our pilots")
        pilot = work.begin(Pilot)
        pilot.propose(
            programme=programme.id,
            title=self.title,
            owner=work.asker.person,
            raw_request=self.raw_request,
            kind=self.kind,
        )
        if self.accomplishment:
            pilot.state_accomplishment(answer=self.accomplishment, goal_type=self.goal_type)
        pilot.join(PilotMemberJoined(person=work.asker.person, role="owner"))


class StartPilot(Command, name="start-pilot", button="Start the pilot"):
    """Begin a proposed pilot; a reason passes its gate without an answer."""

    pilot: PilotId
    stake_hours: Annotated[
        Count | None,
        Meta(title="Hours at stake", description="What you can afford to lose if it fails."),
    ] = None
    stake_money: Annotated[Money | None, Meta(title="Money at stake")] = None
    ends_on: Annotated[date | None, Meta(title="Ends on")] = None
    override: Annotated[
        Text,
        Meta(
            title="Reason to start without an answer",
            description="Only needed while nobody has said what to accomplish.",
        ),
    ] = ""

    def carry_out(self, work: Work) -> None:
        """Start it."""
        work.find(Pilot, self.pilot).start(
            stake_hours=self.stake_hours,
            stake_money=self.stake_money,
            ends_on=self.ends_on,
            override=self.override,
        )


class ClosePilot(Command, name="close-pilot", button="Close the pilot"):
    """End a pilot; it can still be read, logged to and learned from."""

    pilot: PilotId
    reason: Annotated[Said, Meta(title="Why does it end?")]

    def carry_out(self, work: Work) -> None:
        """Close it."""
        work.find(Pilot, self.pilot).close(reason=self.reason)


class JoinPilot(Command, name="join-pilot", button="Add to the pilot"):
    """Let a person join a pilot in a role."""

    pilot: PilotId
    person: Annotated[PersonId, Meta(title="Who")]
    role: Annotated[Role, Meta(title="Role")] = "participant"
    audience: Annotated[Label | None, Meta(title="Audience they belong to")] = None
    stakeholder: Annotated[Stakeholder | None, Meta(title="Kind of stakeholder")] = None
    organisation: Annotated[Label | None, Meta(title="Organisation")] = None

    def carry_out(self, work: Work) -> None:
        """Let them join."""
        work.find(Person, self.person)
        work.find(Pilot, self.pilot).join(
            PilotMemberJoined(
                person=self.person,
                role=self.role,
                audience=self.audience,
                stakeholder=self.stakeholder,
                organisation=self.organisation,
            )
        )


class LeavePilot(Command, name="leave-pilot", button="Remove from the pilot"):
    """Let a person leave a pilot; what they did stays."""

    pilot: PilotId
    person: Annotated[PersonId, Meta(title="Who")]

    def carry_out(self, work: Work) -> None:
        """Let them leave."""
        work.find(Pilot, self.pilot).leave(person=self.person)
