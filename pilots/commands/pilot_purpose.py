"""What can be said about what a pilot is for: accomplishment, purpose, problem, people."""

from typing import Annotated

from msgspec import Meta

from domain.facts.pilot_purpose import (
    PilotAccomplishmentStated,
    PilotAudienceListed,
    PilotParticipantAskSet,
    PilotProblemNamed,
    PilotPurposeStated,
    PilotRequestReframed,
    PilotStakeholderAdded,
    PilotWhyCareStated,
)
from domain.kernel.fields import Area, GoalType, PilotId, Stakeholder
from domain.pilot import Pilot
from pilots.commands.base import Command, Override, RequiredLabel, RequiredText


class StateAccomplishment(
    Command,
    name="state-accomplishment",
    button="Save the answer",
    of=Pilot,
    records=PilotAccomplishmentStated,
    edits=True,
):
    """Say what the pilot should accomplish."""

    pilot: PilotId
    answer: Annotated[
        RequiredText,
        Meta(
            title="What do you want to accomplish?",
            description="Who would do what differently if this worked?",
        ),
    ]
    goal_type: Annotated[GoalType, Meta(title="Kind of goal")] = "other"


class ReframeRequest(
    Command,
    name="reframe-request",
    button="Save the reframed request",
    of=Pilot,
    records=PilotRequestReframed,
    edits=True,
):
    """Say a request that began with a tool again, as a capability and a problem."""

    pilot: PilotId
    original: Annotated[RequiredText, Meta(title="The request, as it was made")]
    capability: Annotated[RequiredText, Meta(title="What should people become able to do?")]
    problem: Annotated[RequiredText, Meta(title="Which problem would that solve?")]


class StatePurpose(
    Command,
    name="state-purpose",
    button="Save the purpose",
    of=Pilot,
    records=PilotPurposeStated,
    edits=True,
):
    """Say what the pilot is to change or protect in the world; not a mission statement."""

    pilot: PilotId
    change_or_protect: Annotated[RequiredText, Meta(title="What is to be changed or protected?")]
    for_whom: Annotated[RequiredText, Meta(title="For whom?")]
    whose_belief: Annotated[RequiredText, Meta(title="Who believes that it matters?")]


class NameProblem(
    Command,
    name="name-problem",
    button="Save the problem",
    of=Pilot,
    records=PilotProblemNamed,
    edits=True,
):
    """Name the problem the pilot is to solve, and who has it."""

    pilot: PilotId
    problem: Annotated[RequiredText, Meta(title="What is the problem?")]
    who_has_it: Annotated[RequiredText, Meta(title="Who has it?")]
    override: Override = ""


class StateWhyCare(
    Command,
    name="state-why-care",
    button="Save why you care",
    of=Pilot,
    records=PilotWhyCareStated,
    edits=True,
):
    """Say why the partners care; it is the first of the five steps."""

    pilot: PilotId
    text: Annotated[RequiredText, Meta(title="Why do you care?")]


class ListAudience(
    Command, name="list-audience", button="List the audience", of=Pilot, records=PilotAudienceListed
):
    """List people by what interests them, not by their age or income."""

    pilot: PilotId
    audience: Annotated[
        RequiredLabel, Meta(title="Audience", description="Such as people who fix their own bikes.")
    ]
    interest: Annotated[RequiredText, Meta(title="What interests them?")]
    why_they_care: Annotated[RequiredText, Meta(title="Why would they care?")]


class AddStakeholder(
    Command,
    name="add-stakeholder",
    button="Add the stakeholders",
    of=Pilot,
    records=PilotStakeholderAdded,
):
    """Say which kind of people is touched, and where in their work."""

    pilot: PilotId
    kind: Annotated[Stakeholder, Meta(title="Kind of stakeholder")]
    area: Annotated[Area, Meta(title="Where in their work?")]


class SetParticipantAsk(
    Command,
    name="set-participant-ask",
    button="Save what is asked",
    of=Pilot,
    records=PilotParticipantAskSet,
    edits=True,
):
    """Say what the pilot asks of those who take part."""

    pilot: PilotId
    text: Annotated[
        RequiredText, Meta(title="What is asked of them?", description="Time, candour, what?")
    ]
