"""What happens to an experiment: one change, tried for a reason, with an outcome expected."""

from domain.kernel.aggregate import Fact
from domain.kernel.fields import (
    Count,
    HypothesisPart,
    Key,
    Label,
    LessonId,
    Money,
    Name,
    PilotId,
    Result,
    Text,
)


class ExperimentPlanned(Fact, name="experiment.planned.v1"):
    """A change was planned, with the outcome it should have and the reason to believe so."""

    pilot: PilotId
    title: Name
    change: Text | None = None
    outcome: Text | None = None
    because: Text | None = None
    capability: Label | None = None
    medium: Label | None = None
    measures: tuple[Key, ...] = ()
    informed_by: tuple[LessonId, ...] = ()


class ExperimentHypothesisAmended(Fact, name="experiment.hypothesis-amended.v1"):
    """A part of the hypothesis was said anew, for a reason."""

    field: HypothesisPart
    old: Text | None = None
    new: Text
    reason: Text


class ExperimentStarted(Fact, name="experiment.started.v1"):
    """The change was tried from here on."""


class ExperimentEffortLogged(Fact, name="experiment.effort-logged.v1"):
    """Hours and money went into the experiment."""

    hours: Count | None = None
    money: Money | None = None


class ExperimentEnded(Fact, name="experiment.ended.v1"):
    """The experiment ended with a result."""

    result: Result
    summary: Text


class ExperimentAbandoned(Fact, name="experiment.abandoned.v1"):
    """The experiment was given up, for a reason."""

    reason: Text
