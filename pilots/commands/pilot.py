"""What can be asked of a pilot over its life."""

import re
from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from domain.facts.pilot import PilotGateOverridden, PilotProposed, PilotRenamed, PilotStarted
from domain.facts.pilot_measures import PilotMeasureDefined
from domain.facts.pilot_people import PilotMemberJoined
from domain.facts.pilot_purpose import PilotAccomplishmentStated
from domain.facts.programme import ProgrammeOpened
from domain.kernel.access import SYSTEM
from domain.kernel.errors import Invalid
from domain.kernel.fields import (
    Count,
    GoalType,
    Key,
    Money,
    Number,
    PilotId,
    PilotKind,
    ProgrammeId,
    Rule,
    Text,
)
from domain.kernel.messages import say
from domain.pilot import Pilot
from domain.programme import Programme
from domain.rules.order import ORDER
from pilots.commands.base import (
    Command,
    Override,
    Reason,
    RequiredLabel,
    RequiredName,
    RequiredText,
)
from pilots.unit_of_work import UnitOfWork

KEY_LETTERS = 60  # of a name, that the key of a measure keeps
TWO_LINES = "Started in two lines; whose problem it is, is asked next."  # stored as it is


def key_of(name: str) -> str:
    """Return the key of a measure nobody gave one to, made of its name."""
    letters = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:KEY_LETTERS]
    return letters.strip("-") or "measure"


class FirstMeasure(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How one would know, as it is said when a pilot begins: where it is, where it should be."""

    name: RequiredName
    unit: RequiredLabel
    baseline: Number | None = None
    target: Number | None = None

    def as_fact(self) -> PilotMeasureDefined:
        """Return the fact; its key is made of its name."""
        return PilotMeasureDefined(
            measure=key_of(self.name),
            name=self.name,
            unit=self.unit,
            kind="outcome",
            baseline=self.baseline,
            target=self.target,
        )


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
    measure: Annotated[
        FirstMeasure | None,
        Meta(title="How would you know?", description="From where it is to where it should be."),
    ] = None
    start: Annotated[
        bool, Meta(title="Start it at once", description="What the method asks comes later.")
    ] = False
    ends_on: Annotated[
        date | None, Meta(title="Decide by", description="An exploration that starts needs a day.")
    ] = None

    def carry_out(self, work: UnitOfWork) -> None:
        """Propose it, and answer the question where there is an answer; start it where asked."""
        self._must_be_ready()
        programme = work.find_or_begin(Programme, self.programme or "")
        if not self.programme:
            programme.record(ProgrammeOpened(name="Our pilots"))
        pilot, asker = work.begin(Pilot), work.asker.person
        pilot.record(self.as_fact(PilotProposed, programme=programme.id, owner=asker))
        if self.accomplishment:
            answer, goal_type = self.accomplishment, self.goal_type
            pilot.record(PilotAccomplishmentStated(answer=answer, goal_type=goal_type))
        pilot.record(PilotMemberJoined(person=asker, role="owner"))
        if self.measure:
            pilot.record(self.measure.as_fact())
        if self.start:
            work.stamp()
            work.find(Pilot, pilot.id).record(PilotGateOverridden(rule=ORDER, reason=TWO_LINES))
            work.stamp(by=SYSTEM.person)
            work.find(Pilot, pilot.id).record(PilotStarted(ends_on=self.ends_on))

    def _must_be_ready(self) -> None:
        if self.start and not self.accomplishment:
            raise Invalid(say("Say in one line what you are trying."), field="accomplishment")
        if self.start and self.kind == "exploration" and not self.ends_on:
            message = say("An exploration has an end. Choose the day by which you decide.")
            raise Invalid(message, field="ends_on")


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
