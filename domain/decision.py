"""A review looks at a stretch of time; a decision says how a pilot goes on."""

from collections.abc import Mapping
from types import MappingProxyType

from domain.facts.decision import (
    DecisionRevisited,
    DecisionTaken,
    DecisionVerdictsGiven,
    ReviewClosed,
    ReviewOpened,
)
from domain.kernel.aggregate import Aggregate, Fact
from domain.kernel.errors import Invalid, WrongStage
from domain.kernel.messages import Message, say


class Review(Aggregate):
    """One review, rebuilt from its own history."""

    kind = "review"

    closed = False

    def check(self, fact: Fact) -> None:
        """Refuse a stretch of time that ends before it begins, and a second end."""
        match fact:
            case ReviewOpened(from_=start, to=end) if end < start:
                message = say("The stretch of time ends before it begins. Choose a later end.")
                raise Invalid(message, field="to")
            case ReviewClosed() if self.closed:
                message = say("This review is closed already. Open another one.")
                raise WrongStage(message)
            case _:
                pass

    def evolve(self, fact: Fact) -> None:
        """Remember whether it is over."""
        self.closed = self.closed or isinstance(fact, ReviewClosed)


WAYS: Mapping[str, Message] = MappingProxyType(
    {
        "persevere": say("go on"),
        "pivot": say("change course"),
        "scale": say("grow"),
        "stop": say("stop"),
        "pause": say("pause"),
    }
)
"""How a pilot goes on by each verdict, as people say it."""


def way(verdict: str) -> Message:
    """Return how a pilot goes on by a verdict; one of another version by its name."""
    return WAYS.get(verdict) or say(verdict)


class Decision(Aggregate):
    """One decision, rebuilt from its own history."""

    kind = "decision"

    taken = False

    def check(self, fact: Fact) -> None:
        """Refuse to decide twice, and to revisit what nobody decided."""
        match fact:
            case DecisionVerdictsGiven() | DecisionTaken() if self.taken:
                message = say("This was decided. Revisit it, or take another decision.")
                raise WrongStage(message)
            case DecisionRevisited() if not self.taken:
                message = say("Nothing is decided here yet, so nothing can be revisited.")
                raise WrongStage(message)
            case _:
                pass

    def evolve(self, fact: Fact) -> None:
        """Remember what later decisions ask for."""
        match fact:
            case DecisionTaken(pilot=pilot):
                self.about(pilot)
                self.taken = True
            case _:
                pass
