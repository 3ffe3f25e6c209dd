"""What can be asked of an experiment."""

from typing import Annotated

from msgspec import Meta

from domain.experiment import Experiment
from domain.facts.experiment import ExperimentPlanned
from domain.fields import ExperimentId, Key, Label, LessonId, PilotId, Result
from domain.lesson import Lesson
from domain.pilot import Pilot
from pilots.commands.base import Command, Said, SaidName
from pilots.work import Work


class PlanExperiment(Command, name="plan-experiment", button="Plan the experiment"):
    """Plan one change, with the outcome you expect and why."""

    pilot: PilotId
    title: Annotated[SaidName, Meta(title="Title")]
    change: Annotated[Said | None, Meta(title="We will change")] = None
    outcome: Annotated[Said | None, Meta(title="We expect")] = None
    because: Annotated[Said | None, Meta(title="Because")] = None
    capability: Annotated[Label | None, Meta(title="Capability it practises")] = None
    medium: Annotated[Label | None, Meta(title="Medium it uses")] = None
    measures: Annotated[tuple[Key, ...], Meta(title="Measures")] = ()
    informed_by: Annotated[tuple[LessonId, ...], Meta(title="Lessons it builds on")] = ()

    def carry_out(self, work: Work) -> None:
        """Plan it within a pilot that is here."""
        work.find(Pilot, self.pilot)
        for lesson in self.informed_by:
            work.find(Lesson, lesson)
        work.begin(Experiment).plan(
            ExperimentPlanned(
                pilot=self.pilot,
                title=self.title,
                change=self.change,
                outcome=self.outcome,
                because=self.because,
                capability=self.capability,
                medium=self.medium,
                measures=self.measures,
                informed_by=self.informed_by,
            )
        )


class StartExperiment(Command, name="start-experiment", button="Start the experiment"):
    """Try the change from here on."""

    experiment: ExperimentId

    def carry_out(self, work: Work) -> None:
        """Start it."""
        work.find(Experiment, self.experiment).start()


class EndExperiment(Command, name="end-experiment", button="End the experiment"):
    """End the trial and say what came of it."""

    experiment: ExperimentId
    result: Annotated[Result, Meta(title="Result", description="Did what you expected come about?")]
    summary: Annotated[Said, Meta(title="In one or two sentences")]

    def carry_out(self, work: Work) -> None:
        """End it."""
        work.find(Experiment, self.experiment).end(result=self.result, summary=self.summary)
