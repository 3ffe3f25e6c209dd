"""What can be said about how a pilot is measured."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from domain.facts.pilot_measures import (
    PilotMeasureDefined,
    PilotMeasurementTaken,
    PilotMeasureRetargeted,
)
from domain.kernel.fields import (
    Cell,
    Count,
    ExperimentId,
    Key,
    Label,
    MeasureKind,
    Number,
    PilotId,
    Text,
)
from domain.pilot import Pilot
from pilots.commands.base import (
    Command,
    Override,
    Reason,
    RequiredLabel,
    RequiredName,
    RequiredText,
)
from pilots.unit_of_work import UnitOfWork


class DefineMeasure(
    Command,
    name="define-measure",
    button="Define the measure",
    of=Pilot,
    records=PilotMeasureDefined,
):
    """Say how one will see whether the pilot accomplishes something."""

    pilot: PilotId
    measure: Annotated[
        Key, Meta(title="Short key", description="Lower case and hyphens, such as participants.")
    ]
    name: Annotated[RequiredName, Meta(title="What is measured?")]
    unit: Annotated[
        RequiredLabel, Meta(title="Unit", description="Such as people, hours, percent.")
    ]
    kind: Annotated[MeasureKind, Meta(title="Kind of measure")] = "outcome"
    cell: Annotated[Cell, Meta(title="Place in the outcome grid")] = "unplaced"
    audience: Annotated[Label | None, Meta(title="Audience")] = None
    benefits: Annotated[RequiredText | None, Meta(title="What do participants get from it?")] = None
    baseline: Annotated[Number | None, Meta(title="Today it is")] = None
    target: Annotated[Number | None, Meta(title="It should become")] = None
    due: Annotated[date | None, Meta(title="By when")] = None
    override: Override = ""


class RetargetMeasure(
    Command,
    name="retarget-measure",
    button="Move the target",
    of=Pilot,
    records=PilotMeasureRetargeted,
    edits=True,
    part="measure",
):
    """Move the target of a measure; where it was before stays in the history."""

    pilot: PilotId
    measure: Annotated[Key, Meta(title="Measure")]
    new: Annotated[Number, Meta(title="New target")]
    reason: Reason

    def carry_out(self, work: UnitOfWork) -> None:
        """Move it from where it is now."""
        pilot = work.find(Pilot, self.pilot)
        pilot.record(pilot.retargeted(self.measure, self.new, self.reason))


class TakeMeasurement(
    Command,
    name="take-measurement",
    button="Keep the measurement",
    of=Pilot,
    records=PilotMeasurementTaken,
):
    """Write down what a measure shows."""

    pilot: PilotId
    measure: Annotated[Key, Meta(title="Measure")]
    experiment: Annotated[ExperimentId | None, Meta(title="Experiment")] = None
    value: Annotated[Number, Meta(title="It shows")]
    n: Annotated[
        Count | None, Meta(title="Out of how many?", description="People, cases or days counted.")
    ] = None
    note: Annotated[Text, Meta(title="Note")] = ""

    def carry_out(self, work: UnitOfWork) -> None:
        """Keep it, within an experiment of the pilot where one is named."""
        work.find(Pilot, self.pilot)
        work.within(self.pilot, self.experiment)
        super().carry_out(work)
