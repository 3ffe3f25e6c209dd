"""An experiment: one change, tried within a pilot, whose outcome was expected beforehand."""

from enum import StrEnum

from domain.errors import Invalid, WrongStage
from domain.facts.experiment import (
    ExperimentAbandoned,
    ExperimentEnded,
    ExperimentPlanned,
    ExperimentStarted,
)
from domain.fields import Result
from domain.kernel import Aggregate, Fact


class Trial(StrEnum):
    """Where an experiment stands."""

    PLANNED = "planned"
    RUNNING = "running"
    ENDED = "ended"


class Experiment(Aggregate):
    """One experiment, rebuilt from its own history."""

    kind = "experiment"

    title = ""
    pilot = ""
    trial = Trial.PLANNED

    def plan(self, fact: ExperimentPlanned) -> None:
        """Plan a change and say what it should bring."""
        self.record(fact)

    def must_belong_to(self, pilot: str) -> None:
        """Refuse where the experiment is another pilot's."""
        if self.pilot != pilot:
            message = f"“{self.title}” is an experiment of another pilot. Choose one of this pilot."
            raise Invalid(message, field="experiment")

    def start(self) -> None:
        """Try the change from here on."""
        if self.trial is not Trial.PLANNED:
            message = f"“{self.title}” is already {self.trial}, so it cannot be started."
            raise WrongStage(message)
        self.record(ExperimentStarted())

    def end(self, *, result: Result, summary: str) -> None:
        """End the trial with a result."""
        if self.trial is not Trial.RUNNING:
            hint = "Start it first." if self.trial is Trial.PLANNED else "It has its result."
            message = f"“{self.title}” is {self.trial}, so it cannot be ended. {hint}"
            raise WrongStage(message)
        self.record(ExperimentEnded(result=result, summary=summary))

    def evolve(self, fact: Fact) -> None:
        """Remember what later decisions ask for."""
        match fact:
            case ExperimentPlanned(title=title, pilot=pilot):
                self.about(pilot)
                self.title, self.pilot = title, pilot
            case ExperimentStarted():
                self.trial = Trial.RUNNING
            case ExperimentEnded() | ExperimentAbandoned():
                self.trial = Trial.ENDED
            case _:
                pass
