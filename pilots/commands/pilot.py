"""What can be asked of a pilot over its life."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from domain.facts.pilot import PilotGateOverridden, PilotProposed, PilotRenamed, PilotStarted
from domain.facts.pilot_people import PilotMemberJoined
from domain.facts.pilot_purpose import PilotAccomplishmentStated
from domain.facts.programme import ProgrammeOpened
from domain.kernel.fields import (
    Count,
    GoalType,
    Key,
    Money,
    PilotId,
    PilotKind,
    ProgrammeId,
    Rule,
    Text,
)
from domain.pilot import Pilot
from domain.programme import Programme
from pilots.commands.base import Command, Override, Reason, RequiredName, RequiredText
from pilots.unit_of_work import UnitOfWork


class ProposePilot(
    Command, name="propose-pilot", button="Propose the pilot", of=Pilot, records=PilotProposed
):
    """Put a pilot forward, with one question."""

    programme: Annotated[
        ProgrammeId | None, Meta(title="Programme", description="A new one, if left empty.")
    ] = None
    title: Annotated[RequiredName, Meta(title="Title", description="What people will call it.")]
    accomplishment: Annotated[
        RequiredText | None,
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
    goal: Annotated[
        Key | None, Meta(title="Goal it serves", description="A key of the goal tree, if any.")
    ] = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Propose it, and answer the question where there is an answer."""
        programme = work.find_or_begin(Programme, self.programme or "")
        if not self.programme:
            programme.record(ProgrammeOpened(name="Our pilots"))
        pilot, asker = work.begin(Pilot), work.asker.person
        pilot.record(self.as_fact(PilotProposed, programme=programme.id, owner=asker))
        if self.accomplishment:
            answer, goal_type = self.accomplishment, self.goal_type
            pilot.record(PilotAccomplishmentStated(answer=answer, goal_type=goal_type))
        pilot.record(PilotMemberJoined(person=asker, role="owner"))


class RenamePilot(
    Command,
    name="rename-pilot",
    button="Rename the pilot",
    of=Pilot,
    records=PilotRenamed,
    edits=True,
):
    """Give a pilot another title; its history keeps the old one."""

    pilot: PilotId
    title: Annotated[RequiredName, Meta(title="New title")]


class StartPilot(
    Command, name="start-pilot", button="Start the pilot", of=Pilot, records=PilotStarted
):
    """Begin a proposed pilot; a reason passes its gate without an answer."""

    pilot: PilotId
    stake_hours: Annotated[
        Count | None,
        Meta(title="Hours at stake", description="What you can afford to lose if it fails."),
    ] = None
    stake_money: Annotated[Money | None, Meta(title="Money at stake")] = None
    ends_on: Annotated[date | None, Meta(title="Ends on")] = None
    override: Override = ""


class OverrideGate(
    Command, name="override-gate", button="Pass the gate", of=Pilot, records=PilotGateOverridden
):
    """Pass a gate for the next step it stands before; the reason is kept and shown."""

    pilot: PilotId
    rule: Annotated[Rule, Meta(title="Gate", description="Its id, such as S001-one-question.")]
    reason: Reason
