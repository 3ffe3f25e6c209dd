"""A programme: the frame in which an organisation runs its pilots."""

from domain.errors import Invalid, Unknown, WrongStage
from domain.facts.programme import (
    ProgrammeGoalAdded,
    ProgrammeOpened,
    ProgrammeRenamed,
    ProgrammeRuleSet,
    ProgrammeWordingChanged,
)
from domain.kernel import Aggregate, Fact
from domain.rules import RULES
from domain.rules.rule import Gate
from domain.rules.thresholds import DEFAULTS, HIGHEST
from domain.wording import LISTS


class Programme(Aggregate):
    """One programme, rebuilt from its own history."""

    kind = "programme"

    name = ""

    def __init__(self, aggregate_id: str) -> None:
        super().__init__(aggregate_id)
        self.goals: set[str] = set()

    def check(self, fact: Fact) -> None:
        """Refuse a goal that hangs nowhere, and what changes nothing."""
        match fact:
            case ProgrammeRenamed(name=self.name):
                message = f"The programme already is called “{self.name}”. Choose another name."
                raise WrongStage(message, field="name")
            case ProgrammeGoalAdded(goal=goal) if goal in self.goals:
                message = f"“{self.name}” already has a goal called “{goal}”. Choose another key."
                raise WrongStage(message, field="goal")
            case ProgrammeGoalAdded(parent=str() as parent) if parent not in self.goals:
                message = f"“{self.name}” has no goal called “{parent}”. Add that one first."
                raise Unknown(message, field="parent")
            case ProgrammeRuleSet():
                _must_be_settable(fact)
            case ProgrammeWordingChanged(list=name) if name not in LISTS:
                message = f"There is no list called “{name}”. Choose one of {', '.join(LISTS)}."
                raise Unknown(message, field="list")
            case _:
                pass

    def evolve(self, fact: Fact) -> None:
        """Remember what later decisions ask for."""
        match fact:
            case ProgrammeOpened(name=name) | ProgrammeRenamed(name=name):
                self.name = name
            case ProgrammeGoalAdded(goal=goal):
                self.goals.add(goal)
            case _:
                pass


def _must_be_settable(fact: ProgrammeRuleSet) -> None:
    kinds = [each for each in RULES if each.id == fact.rule]
    if not kinds and fact.rule not in DEFAULTS:
        message = f"There is no rule called “{fact.rule}”. The page of rules lists them all."
        raise Unknown(message, field="rule")
    if fact.severity == "gate" and not any(isinstance(each, Gate) for each in kinds):
        message = f"“{fact.rule}” shows something and holds nothing back. Set it to warn or off."
        raise WrongStage(message, field="severity")
    if fact.threshold is not None and fact.threshold > HIGHEST:
        message = f"A threshold is at most {HIGHEST:,}. Choose a lower one, or turn the rule off."
        raise Invalid(message, field="threshold")
