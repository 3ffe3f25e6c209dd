"""An insight follows from evidence; an assumption waits for it."""

from domain.facts.insight import AssumptionRaised, InsightDerived, InsightRetired
from domain.kernel.aggregate import Aggregate, Fact
from domain.kernel.errors import WrongStage
from domain.kernel.messages import say


class Insight(Aggregate):
    """One insight, rebuilt from its own history."""

    kind = "insight"

    retired = False

    def check(self, fact: Fact) -> None:
        """Refuse what comes after it no longer holds."""
        del fact
        if self.retired:
            message = say("This insight was retired, so it stays as it was. Derive another one.")
            raise WrongStage(message)

    def evolve(self, fact: Fact) -> None:
        """Remember what later decisions ask for."""
        match fact:
            case InsightDerived(pilot=pilot):
                self.about(pilot)
            case InsightRetired():
                self.retired = True
            case _:
                pass


class Assumption(Aggregate):
    """One assumption, rebuilt from its own history; it can be tested again and again."""

    kind = "assumption"

    def evolve(self, fact: Fact) -> None:
        """Remember which pilot it is about."""
        match fact:
            case AssumptionRaised(pilot=pilot):
                self.about(pilot)
            case _:
                pass
