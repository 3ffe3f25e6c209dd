"""How a pilot is measured: what was defined before, moved since, and taken."""

from datetime import date

from domain.kernel.aggregate import Fact
from domain.kernel.fields import (
    Cell,
    Count,
    ExperimentId,
    Key,
    Label,
    MeasureKind,
    Name,
    Number,
    Text,
)


class PilotMeasureDefined(Fact, name="pilot.measure-defined.v1"):
    """It was said how one will see whether the pilot accomplishes something."""

    measure: Key
    name: Name
    unit: Label
    kind: MeasureKind
    cell: Cell = "unplaced"
    audience: Label | None = None
    benefits: Text | None = None
    baseline: Number | None = None
    target: Number | None = None
    due: date | None = None


class PilotMeasureRetargeted(Fact, name="pilot.measure-retargeted.v1"):
    """The target of a measure moved, for a reason."""

    measure: Key
    old: Number | None = None
    new: Number
    reason: Text


class PilotMeasurementTaken(Fact, name="pilot.measurement-taken.v1"):
    """A measure was taken once."""

    measure: Key
    experiment: ExperimentId | None = None
    value: Number
    n: Count | None = None
    note: Text = ""
