"""A conclusion: thoughts are pooled, reactions shared, and agreement is reached, or not yet."""

from collections.abc import Iterable
from typing import Self

from domain.facts.conclusion import (
    ConclusionObjectedTo,
    ConclusionProposed,
    ConclusionReached,
    ConclusionReactionShared,
    ConclusionSupported,
    ConclusionThoughtPooled,
)
from domain.kernel.aggregate import Aggregate, Event, Fact
from domain.kernel.errors import Missing, Unknown, WrongStage
from domain.kernel.messages import say


class Conclusion(Aggregate):
    """One conclusion in the making, rebuilt from its own history."""

    kind = "conclusion"

    proposed = False
    is_reached = False

    def __init__(self, aggregate_id: str) -> None:
        super().__init__(aggregate_id)
        self.said: set[str] = set()
        self.supporters: list[str] = []
        self.objections: list[str] = []

    def reached(self) -> ConclusionReached:
        """Return the fact that it was reached, by whom, with the objections that stand."""
        return ConclusionReached(
            supporters=tuple(self.supporters), objections=tuple(self.objections)
        )

    def must_not_support_twice(self, person: str) -> None:
        """Refuse a second support by the same person."""
        if person in self.supporters:
            message = say("You support this conclusion already.")
            raise WrongStage(message)

    def check(self, fact: Fact) -> None:
        """Refuse what comes before its step, and everything after it was reached."""
        if self.is_reached:
            message = say("This conclusion was reached. Pool a thought to begin another one.")
            raise WrongStage(message)
        match fact:
            case ConclusionReactionShared(to=to) if to not in self.said:
                message = say(
                    "There is no such thought in this conclusion. React to one listed there."
                )
                raise Unknown(message, field="to")
            case ConclusionSupported() | ConclusionObjectedTo() if not self.proposed:
                message = say(
                    "Nothing is proposed yet. Propose a conclusion from the thoughts first."
                )
                raise WrongStage(message)
            case ConclusionReached(supporters=()):
                message = say(
                    "Nobody supports it yet. Propose it, and let people say what they think."
                )
                raise Missing(message)
            case _:
                pass

    def replay(self, events: Iterable[Event]) -> Self:
        """Remember who said what, too: support has no other name than its envelope's."""
        history = list(events)
        for event in history:
            self._remember(event)
        return super().replay(history)

    def evolve(self, fact: Fact) -> None:
        """Remember what later decisions ask for."""
        match fact:
            case ConclusionThoughtPooled(pilot=pilot):
                self.about(pilot)
            case ConclusionProposed():
                self.proposed = True
            case ConclusionReached():
                self.is_reached = True
            case _:
                pass

    def _remember(self, event: Event) -> None:
        match event.fact:
            case ConclusionThoughtPooled() | ConclusionReactionShared():
                self.said.add(event.id)
            case ConclusionProposed():  # said anew, it needs everybody's word anew
                self.supporters, self.objections = [], []
            case ConclusionSupported():
                self.supporters.append(event.by)
            case ConclusionObjectedTo():
                self.objections.append(event.id)
            case _:
                pass
