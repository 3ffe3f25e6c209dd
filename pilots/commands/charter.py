"""What can be said about what a pilot is for, what it works with, and how it is measured."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from domain.facts.pilot_measures import PilotMeasureDefined
from domain.facts.pilot_media import PilotMediumAdopted
from domain.fields import Cell, GoalType, Key, Label, MeasureKind, Number, PilotId
from domain.pilot import Pilot
from pilots.commands.base import Command, Said, SaidLabel, SaidName
from pilots.work import Work

Capability = Annotated[
    SaidLabel,
    Meta(title="Capability", description="Such as listen, answer, co-write, decide, hand over."),
]


class StateAccomplishment(Command, name="state-accomplishment", button="Save the answer"):
    """Say what the pilot should accomplish."""

    pilot: PilotId
    answer: Annotated[
        Said,
        Meta(
            title="What do you want to accomplish?",
            description="Who would do what differently if this worked?",
        ),
    ]
    goal_type: Annotated[GoalType, Meta(title="Kind of goal")] = "other"

    def carry_out(self, work: Work) -> None:
        """State it."""
        pilot = work.find(Pilot, self.pilot)
        pilot.state_accomplishment(answer=self.answer, goal_type=self.goal_type)


class NameProblem(Command, name="name-problem", button="Save the problem"):
    """Name the problem the pilot is to solve, and who has it."""

    pilot: PilotId
    problem: Annotated[Said, Meta(title="What is the problem?")]
    who_has_it: Annotated[Said, Meta(title="Who has it?")]

    def carry_out(self, work: Work) -> None:
        """Name it."""
        pilot = work.find(Pilot, self.pilot)
        pilot.name_problem(problem=self.problem, who_has_it=self.who_has_it)


class ChooseCapability(Command, name="choose-capability", button="Choose the capability"):
    """Choose what people should become able to do, whatever the tool."""

    pilot: PilotId
    capability: Capability
    why: Annotated[Said, Meta(title="Why this one?")]

    def carry_out(self, work: Work) -> None:
        """Choose it."""
        work.find(Pilot, self.pilot).choose_capability(capability=self.capability, why=self.why)


class AdoptMedium(Command, name="adopt-medium", button="Adopt the medium"):
    """Take up a medium because it should help a capability."""

    pilot: PilotId
    medium: Annotated[
        SaidLabel, Meta(title="Medium", description="Such as wiki, phone, paper, weekly meeting.")
    ]
    capability: Capability
    helps_because: Annotated[Said, Meta(title="It helps because")]
    speed: Annotated[Literal["slow", "steady", "fast"] | None, Meta(title="Speed")] = None
    formality: Annotated[
        Literal["informal", "neutral", "formal"] | None, Meta(title="Formality")
    ] = None
    time: Annotated[Literal["together", "any-time"] | None, Meta(title="Time")] = None
    place: Annotated[Literal["in-person", "remote", "either"] | None, Meta(title="Place")] = None

    def carry_out(self, work: Work) -> None:
        """Adopt it."""
        work.find(Pilot, self.pilot).adopt_medium(
            PilotMediumAdopted(
                medium=self.medium,
                capability=self.capability,
                helps_because=self.helps_because,
                speed=self.speed,
                formality=self.formality,
                time=self.time,
                place=self.place,
            )
        )


class DefineMeasure(Command, name="define-measure", button="Define the measure"):
    """Say how one will see whether the pilot accomplishes something."""

    pilot: PilotId
    measure: Annotated[
        Key, Meta(title="Short key", description="Lower case and hyphens, such as participants.")
    ]
    name: Annotated[SaidName, Meta(title="What is measured?")]
    unit: Annotated[SaidLabel, Meta(title="Unit", description="Such as people, hours, percent.")]
    kind: Annotated[MeasureKind, Meta(title="Kind of measure")] = "outcome"
    cell: Annotated[
        Cell, Meta(title="Place in the outcome grid", description="Such as customers/satisfaction.")
    ] = "unplaced"
    audience: Annotated[Label | None, Meta(title="Audience")] = None
    benefits: Annotated[Said | None, Meta(title="What do participants get from it?")] = None
    baseline: Annotated[Number | None, Meta(title="Today it is")] = None
    target: Annotated[Number | None, Meta(title="It should become")] = None
    due: Annotated[date | None, Meta(title="By when")] = None

    def carry_out(self, work: Work) -> None:
        """Define it."""
        work.find(Pilot, self.pilot).define_measure(
            PilotMeasureDefined(
                measure=self.measure,
                name=self.name,
                unit=self.unit,
                kind=self.kind,
                cell=self.cell,
                audience=self.audience,
                benefits=self.benefits,
                baseline=self.baseline,
                target=self.target,
                due=self.due,
            )
        )
