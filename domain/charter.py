"""The charter of a pilot: what it should accomplish, and what it works with to do so."""

from enum import StrEnum

from domain.facts.pilot_measures import (
    PilotMeasureDefined,
    PilotMeasurementTaken,
    PilotMeasureRetargeted,
)
from domain.facts.pilot_media import PilotCapabilityChosen, PilotMediumAdopted, PilotMediumSwapped
from domain.facts.pilot_purpose import PilotAccomplishmentStated, PilotStakeholderAdded
from domain.kernel.aggregate import Aggregate, Fact
from domain.kernel.errors import Missing, Unknown, WrongStage
from domain.kernel.messages import say


class Stage(StrEnum):
    """Where a pilot stands in its life."""

    PROPOSED = "proposed"
    RUNNING = "running"
    PAUSED = "paused"
    CLOSED = "closed"
    ARCHIVED = "archived"


OVER = (Stage.CLOSED, Stage.ARCHIVED)


class Charter(Aggregate):
    """What a pilot is for and works with; the other half of a pilot is its life."""

    def __init__(self, aggregate_id: str) -> None:
        super().__init__(aggregate_id)
        self.title = ""
        self.stage = Stage.PROPOSED
        self.accomplishment = ""
        self.answered = ("", "")
        self.stakeholders: set[tuple[str, str]] = set()
        self.capabilities: set[str] = set()
        self.media: set[tuple[str, str]] = set()
        self.targets: dict[str, str | None] = {}

    def retargeted(self, measure: str, new: str, reason: str) -> PilotMeasureRetargeted:
        """Return the fact that a target moved, with what it was before."""
        old = self.targets.get(measure)
        return PilotMeasureRetargeted(measure=measure, old=old, new=new, reason=reason)

    def must_differ(self, field: str, old: object, new: object) -> None:
        """Refuse to say again what is so already."""
        if old == new:
            message = say(
                "Nothing would change: that is how “{title}” stands already.", title=self.title
            )
            raise WrongStage(message, field=field)

    def check(self, fact: Fact) -> None:
        """Refuse what a closed pilot no longer does, and what needs something else first."""
        if self.stage in OVER and not isinstance(fact, PilotMeasurementTaken):
            message = say(
                "“{title}” is {stage}: you can still log, measure and learn, but what it is "
                "for and works with stays as it was.",
                title=self.title,
                stage=self.stage,
            )
            raise WrongStage(message)
        match fact:
            case PilotAccomplishmentStated(answer=answer, goal_type=goal_type):
                self.must_differ("answer", self.answered, (answer, goal_type))
            case PilotStakeholderAdded(kind=kind, area=area) if (kind, area) in self.stakeholders:
                said = {"title": self.title, "kind": kind, "area": area}
                message = say("“{title}” already lists {kind} in {area}.", **said)
                raise WrongStage(message, field="area")
            case PilotCapabilityChosen(capability=capability) if capability in self.capabilities:
                message = say(
                    "“{title}” already builds the capability “{capability}”.",
                    title=self.title,
                    capability=capability,
                )
                raise WrongStage(message, field="capability")
            case PilotMediumAdopted():
                self._must_fit(fact)
            case PilotMediumSwapped():
                self._must_be_swappable(fact)
            case PilotMeasureDefined(measure=measure) if measure in self.targets:
                said = {"title": self.title, "measure": measure}
                message = say("“{title}” already has a measure called “{measure}”.", **said)
                raise WrongStage(message, field="measure")
            case PilotMeasureRetargeted(measure=measure) | PilotMeasurementTaken(measure=measure):
                self._must_be_defined(measure)
                if isinstance(fact, PilotMeasureRetargeted):
                    self.must_differ("new", fact.old, fact.new)
            case _:
                pass

    def evolve(self, fact: Fact) -> None:
        """Remember what later decisions ask for."""
        match fact:
            case PilotAccomplishmentStated(answer=answer, goal_type=goal_type):
                self.accomplishment, self.answered = answer, (answer, goal_type)
            case PilotStakeholderAdded(kind=kind, area=area):
                self.stakeholders.add((kind, area))
            case PilotCapabilityChosen(capability=capability):
                self.capabilities.add(capability)
            case PilotMediumAdopted(medium=medium, capability=capability):
                self.media.add((medium, capability))
            case PilotMediumSwapped(from_=old, to=new):
                self.media = {(new if each == old else each, what) for each, what in self.media}
            case PilotMeasureDefined(measure=measure, target=target):
                self.targets[measure] = target
            case PilotMeasureRetargeted(measure=measure, new=target):
                self.targets[measure] = target
            case _:
                pass

    def _must_fit(self, fact: PilotMediumAdopted) -> None:
        if (fact.medium, fact.capability) in self.media:
            message = say(
                "“{medium}” is already used for “{capability}”.",
                medium=fact.medium,
                capability=fact.capability,
            )
            raise WrongStage(message, field="medium")

    def _must_be_swappable(self, fact: PilotMediumSwapped) -> None:
        if fact.from_ not in {medium for medium, _ in self.media}:
            message = say(
                "“{title}” does not use “{medium}”. Choose a medium it has adopted.",
                title=self.title,
                medium=fact.from_,
            )
            raise Missing(message, field="from")
        if fact.from_ == fact.to:
            message = say(
                "“{to}” is what is used now. Name the medium that takes its place.", to=fact.to
            )
            raise WrongStage(message, field="to")

    def _must_be_defined(self, measure: str) -> None:
        if measure not in self.targets:
            message = say(
                "“{title}” has no measure called “{measure}”. Define it first.",
                title=self.title,
                measure=measure,
            )
            raise Unknown(message, field="measure")
