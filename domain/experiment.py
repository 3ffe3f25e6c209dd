"""An experiment: one change, tried within a pilot, whose outcome was expected beforehand."""

from enum import StrEnum
from typing import get_args

from domain.facts.experiment import (
    ExperimentAbandoned,
    ExperimentEffortLogged,
    ExperimentEnded,
    ExperimentHypothesisAmended,
    ExperimentPlanned,
    ExperimentStarted,
)
from domain.kernel.aggregate import Aggregate, Fact
from domain.kernel.errors import Invalid, Missing, WrongStage
from domain.kernel.fields import HypothesisPart
from domain.kernel.messages import Message, say


class Trial(StrEnum):
    """Where an experiment stands: planned, under way, ended with a result, or given up."""

    PLANNED = "planned"
    RUNNING = "running"
    ENDED = "ended"
    ABANDONED = "abandoned"


NAMES, LONGEST_NAME = ("capability", "medium"), 100
HINTS = {
    Trial.PLANNED: say("Start it first."),
    Trial.RUNNING: say("It is under way."),
    Trial.ENDED: say("It has its result."),
    Trial.ABANDONED: say("Plan another one."),
}


class Experiment(Aggregate):
    """One experiment, rebuilt from its own history."""

    kind = "experiment"

    title = ""
    pilot = ""
    trial = Trial.PLANNED

    def __init__(self, aggregate_id: str) -> None:
        super().__init__(aggregate_id)
        self.hypothesis: dict[str, str | None] = {}

    def must_belong_to(self, pilot: str) -> None:
        """Refuse where the experiment is another pilot's."""
        if self.pilot != pilot:
            message = say(
                "“{title}” is an experiment of another pilot. Choose one of this pilot.",
                title=self.title,
            )
            raise Invalid(message, field="experiment")

    def amended(self, part: HypothesisPart, new: str, reason: str) -> ExperimentHypothesisAmended:
        """Return the fact that a part of the hypothesis is said anew, with what it was before."""
        old = self.hypothesis.get(part)
        return ExperimentHypothesisAmended(field=part, old=old, new=new, reason=reason)

    def check(self, fact: Fact) -> None:
        """Refuse what does not follow from where the trial stands."""
        match fact:
            case ExperimentStarted():
                self._must_be(say("started"), Trial.PLANNED)
            case ExperimentEnded():
                self._must_be(say("ended"), Trial.RUNNING)
            case ExperimentAbandoned():
                self._must_be(say("abandoned"), Trial.PLANNED, Trial.RUNNING)
            case ExperimentHypothesisAmended():
                self._must_be(say("amended"), Trial.PLANNED, Trial.RUNNING)
                if fact.field in NAMES and len(fact.new) > LONGEST_NAME:
                    message = say(
                        "Name a {field} in at most {longest_name} characters.",
                        field=fact.field,
                        longest_name=LONGEST_NAME,
                    )
                    raise Invalid(message, field="new")
                if fact.old == fact.new:
                    message = say(
                        "That is what the hypothesis already says. Change it, or leave it."
                    )
                    raise WrongStage(message, field="new")
            case ExperimentEffortLogged(hours=None, money=None):
                message = say("Say how many hours or how much money went into it.")
                raise Missing(message, field="hours")
            case _:
                pass

    def evolve(self, fact: Fact) -> None:
        """Remember what later decisions ask for."""
        match fact:
            case ExperimentPlanned(title=title, pilot=pilot):
                self.about(pilot)
                self.title, self.pilot = title, pilot
                self.hypothesis = {part: getattr(fact, part) for part in get_args(HypothesisPart)}
            case ExperimentHypothesisAmended(field=part, new=new):
                self.hypothesis[part] = new
            case ExperimentStarted():
                self.trial = Trial.RUNNING
            case ExperimentEnded():
                self.trial = Trial.ENDED
            case ExperimentAbandoned():
                self.trial = Trial.ABANDONED
            case _:
                pass

    def _must_be(self, step: Message, *trials: Trial) -> None:
        if self.trial not in trials:
            message = say(
                "“{title}” is {trial}, so it cannot be {step}. {hints}",
                title=self.title,
                trial=say(self.trial.value),
                step=step,
                hints=HINTS[self.trial],
            )
            raise WrongStage(message)
