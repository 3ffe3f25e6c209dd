"""What can be asked of an experiment."""

from typing import Annotated

from msgspec import Meta

from domain.experiment import Experiment
from domain.facts.experiment import (
    ExperimentAbandoned,
    ExperimentEffortLogged,
    ExperimentEnded,
    ExperimentHypothesisAmended,
    ExperimentPlanned,
    ExperimentStarted,
)
from domain.kernel.fields import (
    Count,
    ExperimentId,
    HypothesisPart,
    Key,
    Label,
    LessonId,
    Money,
    PilotId,
    Result,
)
from pilots.commands.base import Command, Override, Reason, RequiredName, RequiredText
from pilots.unit_of_work import UnitOfWork


class PlanExperiment(
    Command,
    name="plan-experiment",
    button="Plan the experiment",
    of=Experiment,
    records=ExperimentPlanned,
):
    """Plan one change, with the outcome you expect and why."""

    pilot: PilotId
    title: Annotated[RequiredName, Meta(title="Title")]
    change: Annotated[RequiredText | None, Meta(title="We will change")] = None
    outcome: Annotated[RequiredText | None, Meta(title="We expect")] = None
    because: Annotated[RequiredText | None, Meta(title="Because")] = None
    capability: Annotated[Label | None, Meta(title="Capability it practises")] = None
    medium: Annotated[Label | None, Meta(title="Medium it uses")] = None
    measures: Annotated[tuple[Key, ...], Meta(title="Measures", max_length=50)] = ()
    informed_by: Annotated[
        tuple[LessonId, ...], Meta(title="Lessons it builds on", max_length=50)
    ] = ()
    override: Override = ""


class AmendHypothesis(
    Command,
    name="amend-hypothesis",
    button="Amend the hypothesis",
    of=Experiment,
    records=ExperimentHypothesisAmended,
    edits=True,
    part="field",
):
    """Say a part of the hypothesis anew; what it said before stays beside it."""

    experiment: ExperimentId
    field: Annotated[HypothesisPart, Meta(title="Which part?")] = "change"
    new: Annotated[RequiredText, Meta(title="What it should say")]
    reason: Reason

    def carry_out(self, work: UnitOfWork) -> None:
        """Amend it from what it says now."""
        experiment = work.find(Experiment, self.experiment)
        experiment.record(experiment.amended(self.field, self.new, self.reason))


class StartExperiment(
    Command,
    name="start-experiment",
    button="Start the experiment",
    of=Experiment,
    records=ExperimentStarted,
):
    """Try the change from here on."""

    experiment: ExperimentId


class LogEffort(
    Command,
    name="log-effort",
    button="Log the effort",
    of=Experiment,
    records=ExperimentEffortLogged,
):
    """Say what went into an experiment, so that one sees what a lesson costs."""

    experiment: ExperimentId
    hours: Annotated[Count | None, Meta(title="Hours")] = None
    money: Annotated[Money | None, Meta(title="Money")] = None


class EndExperiment(
    Command,
    name="end-experiment",
    button="End the experiment",
    of=Experiment,
    records=ExperimentEnded,
):
    """End the trial and say what came of it."""

    experiment: ExperimentId
    result: Annotated[Result, Meta(title="Result", description="Did what you expected come about?")]
    summary: Annotated[RequiredText, Meta(title="In one or two sentences")]
    override: Override = ""


class AbandonExperiment(
    Command,
    name="abandon-experiment",
    button="Abandon the experiment",
    of=Experiment,
    records=ExperimentAbandoned,
):
    """Give an experiment up; what was learned from giving it up can be kept as a lesson."""

    experiment: ExperimentId
    reason: Reason
