"""The course of a pilot: from the proposal over start, pauses and a moving end to the archive."""

from datetime import date

from domain.charter import Charter, Stage
from domain.facts.pilot import (
    PilotArchived,
    PilotClosed,
    PilotExtended,
    PilotGateOverridden,
    PilotPaused,
    PilotProposed,
    PilotRenamed,
    PilotResumed,
    PilotStarted,
)
from domain.kernel.aggregate import Fact
from domain.kernel.errors import WrongStage
from domain.kernel.messages import say, to_say

UNDER_WAY = (Stage.RUNNING, Stage.PAUSED)
NOT_OVER = (Stage.PROPOSED, *UNDER_WAY)
STEPS: dict[type[Fact], tuple[str, tuple[Stage, ...], Stage | None]] = {
    PilotStarted: ("started", (Stage.PROPOSED,), Stage.RUNNING),
    PilotPaused: ("paused", (Stage.RUNNING,), Stage.PAUSED),
    PilotResumed: ("resumed", (Stage.PAUSED,), Stage.RUNNING),
    PilotExtended: ("extended", UNDER_WAY, None),
    PilotClosed: ("closed", NOT_OVER, Stage.CLOSED),
    PilotArchived: ("archived", (Stage.CLOSED,), Stage.ARCHIVED),
}


HINTS = {
    Stage.PROPOSED: to_say("Start it first."),
    Stage.RUNNING: to_say("It is under way."),
    Stage.PAUSED: to_say("Resume it first."),
    Stage.CLOSED: to_say("Propose another pilot to go on."),
    Stage.ARCHIVED: to_say("Propose another pilot to go on."),
}


class Course(Charter):
    """Where a pilot stands, and when it is to end."""

    ends_on: date | None = None

    def __init__(self, aggregate_id: str) -> None:
        super().__init__(aggregate_id)
        self.overridden: set[str] = set()

    def extended(self, new_end: date, reason: str) -> PilotExtended:
        """Return the fact that the end moved, with where it was before."""
        return PilotExtended(old_end=self.ends_on, new_end=new_end, reason=reason)

    def check(self, fact: Fact) -> None:
        """Refuse a step that the stage does not allow, or that changes nothing."""
        if isinstance(fact, PilotGateOverridden):
            return  # whatever its stage, a reason can be given
        if type(fact) not in STEPS:
            super().check(fact)
            return
        step, stages, onward = STEPS[type(fact)]
        if self.stage is onward:
            message = f"“{self.title}” is {self.stage} already."
            raise WrongStage(message)
        if self.stage not in stages:
            message = say(
                "“{title}” is {stage}, so it cannot be {step}. {hint}",
                title=self.title,
                stage=self.stage,
                step=step,
                hint=self._hint(fact),
            )
            raise WrongStage(message)
        if isinstance(fact, PilotExtended):
            self.must_differ("new_end", self.ends_on, fact.new_end)

    def _hint(self, fact: Fact) -> str:
        if isinstance(fact, PilotArchived) and self.stage in NOT_OVER:
            return say("Close it first.")
        return say(HINTS[self.stage])

    def evolve(self, fact: Fact) -> None:
        """Remember what later decisions ask for."""
        match fact:
            case PilotProposed(title=title):
                self.about(self.id)
                self.title = title
            case PilotRenamed(title=title):
                self.title = title
            case PilotStarted(ends_on=ends_on):
                self.ends_on = ends_on
            case PilotExtended(new_end=new_end):
                self.ends_on = new_end
            case PilotGateOverridden(rule=rule):
                self.overridden.add(rule)
            case _:
                super().evolve(fact)
        _, _, stage = STEPS.get(type(fact), ("", (), None))
        self.stage = stage or self.stage
