"""The charter of a pilot: what it should accomplish, and what it works with to do so."""

from enum import StrEnum

from domain.errors import GateClosed, WrongStage
from domain.facts.pilot_measures import PilotMeasureDefined
from domain.facts.pilot_media import PilotCapabilityChosen, PilotMediumAdopted
from domain.facts.pilot_purpose import PilotAccomplishmentStated, PilotProblemNamed
from domain.fields import GoalType
from domain.kernel import Aggregate, Fact


class Stage(StrEnum):
    """Where a pilot stands in its life."""

    PROPOSED = "proposed"
    RUNNING = "running"
    CLOSED = "closed"


class Charter(Aggregate):
    """What a pilot is for and works with; the other half of a pilot is its life."""

    def __init__(self, aggregate_id: str) -> None:
        super().__init__(aggregate_id)
        self.title = ""
        self.stage = Stage.PROPOSED
        self.accomplishment = ""
        self.capabilities: set[str] = set()
        self.media: set[tuple[str, str]] = set()
        self.measures: set[str] = set()

    def state_accomplishment(self, *, answer: str, goal_type: GoalType = "other") -> None:
        """Say what the pilot should accomplish."""
        self._must_be_open("say what it should accomplish")
        self.record(PilotAccomplishmentStated(answer=answer, goal_type=goal_type))

    def name_problem(self, *, problem: str, who_has_it: str) -> None:
        """Name a problem, and who has it."""
        self._must_be_open("name a problem")
        self.record(PilotProblemNamed(problem=problem, who_has_it=who_has_it))

    def choose_capability(self, *, capability: str, why: str) -> None:
        """Choose what people should become able to do."""
        self._must_be_open("choose a capability")
        if capability in self.capabilities:
            message = f"“{self.title}” already builds the capability “{capability}”."
            raise WrongStage(message, field="capability")
        self.record(PilotCapabilityChosen(capability=capability, why=why))

    def adopt_medium(self, fact: PilotMediumAdopted) -> None:
        """Take up a medium for a capability that was chosen before."""
        self._must_be_open("adopt a medium")
        if fact.capability not in self.capabilities:
            message = (
                f"“{self.title}” has not chosen the capability “{fact.capability}”. "
                "Choose the capability first, then the medium that is to help it."
            )
            raise GateClosed(message, field="capability")
        if (fact.medium, fact.capability) in self.media:
            message = f"“{fact.medium}” is already used for “{fact.capability}”."
            raise WrongStage(message, field="medium")
        self.record(fact)

    def define_measure(self, fact: PilotMeasureDefined) -> None:
        """Say how one will see whether the pilot accomplishes something."""
        self._must_be_open("define a measure")
        if fact.measure in self.measures:
            message = f"“{self.title}” already has a measure called “{fact.measure}”."
            raise WrongStage(message, field="measure")
        self.record(fact)

    def evolve(self, fact: Fact) -> None:
        """Remember what later decisions ask for."""
        match fact:
            case PilotAccomplishmentStated(answer=answer):
                self.accomplishment = answer
            case PilotCapabilityChosen(capability=capability):
                self.capabilities.add(capability)
            case PilotMediumAdopted(medium=medium, capability=capability):
                self.media.add((medium, capability))
            case PilotMeasureDefined(measure=measure):
                self.measures.add(measure)
            case _:
                pass

    def _must_be_open(self, step: str) -> None:
        if self.stage is Stage.CLOSED:
            message = f"“{self.title}” is closed; you can still log and learn, but not {step}."
            raise WrongStage(message)
