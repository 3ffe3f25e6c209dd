"""A programme: the frame in which an organisation runs its pilots."""

from domain.facts.programme import (
    ProgrammeGoalAdded,
    ProgrammeOpened,
    ProgrammeRenamed,
    ProgrammeRuleSet,
    ProgrammeWordingChanged,
    ProgrammeZoneSet,
)
from domain.kernel.aggregate import Aggregate, Fact
from domain.kernel.errors import Invalid, Unknown, WrongStage
from domain.kernel.messages import say
from domain.kernel.moments import is_zone
from domain.rules import RULES
from domain.rules.rule import Gate
from domain.rules.thresholds import DEFAULTS, HIGHEST
from domain.wording import LISTS


class Programme(Aggregate):
    """One programme, rebuilt from its own history."""

    kind = "programme"

    name = ""
    time_zone = "UTC"

    def __init__(self, aggregate_id: str) -> None:
        super().__init__(aggregate_id)
        self.goals: set[str] = set()

    def check(self, fact: Fact) -> None:
        """Refuse a goal that hangs nowhere, and what changes nothing."""
        match fact:
            case ProgrammeRenamed(name=self.name):
                message = say(
                    "The programme already is called “{name}”. Choose another name.", name=self.name
                )
                raise WrongStage(message, field="name")
            case ProgrammeGoalAdded(goal=goal) if goal in self.goals:
                message = say(
                    "“{name}” already has a goal called “{goal}”. Choose another key.",
                    name=self.name,
                    goal=goal,
                )
                raise WrongStage(message, field="goal")
            case ProgrammeGoalAdded(parent=str() as parent) if parent not in self.goals:
                message = say(
                    "“{name}” has no goal called “{parent}”. Add that one first.",
                    name=self.name,
                    parent=parent,
                )
                raise Unknown(message, field="parent")
            case ProgrammeZoneSet(time_zone=zone) if not is_zone(zone):
                message = say(
                    "There is no time zone called “{zone}”. Choose one such as Europe/Berlin.",
                    zone=zone,
                )
                raise Invalid(message, field="time_zone")
            case ProgrammeZoneSet(time_zone=self.time_zone):
                message = say(
                    "The days of “{name}” already are those of {zone}. Choose another time zone.",
                    name=self.name,
                    zone=self.time_zone,
                )
                raise WrongStage(message, field="time_zone")
            case ProgrammeRuleSet():
                _must_be_settable(fact)
            case ProgrammeWordingChanged(list=name) if name not in LISTS:
                message = say(
                    "There is no list called “{name}”. Choose one of {names}.",
                    name=name,
                    names=", ".join(LISTS),
                )
                raise Unknown(message, field="list")
            case _:
                pass

    def evolve(self, fact: Fact) -> None:
        """Remember what later decisions ask for."""
        match fact:
            case ProgrammeOpened(name=name) | ProgrammeRenamed(name=name):
                self.name = name
            case ProgrammeZoneSet(time_zone=zone):
                self.time_zone = zone
            case ProgrammeGoalAdded(goal=goal):
                self.goals.add(goal)
            case _:
                pass


def _must_be_settable(fact: ProgrammeRuleSet) -> None:
    kinds = [each for each in RULES if each.id == fact.rule]
    if not kinds and fact.rule not in DEFAULTS:
        message = say(
            "There is no rule called “{rule}”. The page of rules lists them all.", rule=fact.rule
        )
        raise Unknown(message, field="rule")
    if fact.severity == "gate" and not any(isinstance(each, Gate) for each in kinds):
        message = say(
            "“{rule}” shows something and holds nothing back. Set it to warn or off.",
            rule=fact.rule,
        )
        raise WrongStage(message, field="severity")
    if fact.threshold is not None and fact.threshold > HIGHEST:
        message = say(
            "A threshold is at most {highest:,}. Choose a lower one, or turn the rule off.",
            highest=HIGHEST,
        )
        raise Invalid(message, field="threshold")
