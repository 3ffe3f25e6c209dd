"""A value: expected before, or discovered on the way."""

from domain.facts.value import ValueDiscovered, ValueExpected, ValueRevised
from domain.kernel.aggregate import Aggregate, Fact
from domain.kernel.errors import WrongStage
from domain.kernel.messages import say


class Value(Aggregate):
    """One value, rebuilt from its own history."""

    kind = "value"

    statement = ""

    def revised(self, new: str, reason: str) -> ValueRevised:
        """Return the fact that the value is said anew, with what it was before."""
        return ValueRevised(old=self.statement, new=new, reason=reason)

    def check(self, fact: Fact) -> None:
        """Refuse what changes nothing."""
        match fact:
            case ValueRevised(new=self.statement):
                message = say("That is what it already says. Change it, or leave the page.")
                raise WrongStage(message, field="new")
            case _:
                pass

    def evolve(self, fact: Fact) -> None:
        """Remember what later decisions ask for."""
        match fact:
            case ValueExpected() | ValueDiscovered():
                self.about(fact.pilot)
                self.statement = fact.statement
            case ValueRevised(new=new):
                self.statement = new
            case _:
                pass
