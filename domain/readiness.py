"""Readiness: what the organisation has to change before a pilot can grow, area by area."""

from domain.facts.readiness import (
    ReadinessAssessed,
    ReadinessChangeAgreed,
    ReadinessChangeMade,
    ReadinessWaived,
)
from domain.kernel.aggregate import Aggregate, Fact
from domain.kernel.errors import WrongStage
from domain.kernel.messages import Text, say

AREAS = {  # of what has to change before more people can use it; a pilot may name others
    "governance": say("Governance"),
    "guidelines": say("Guidelines"),
    "roles": say("Roles"),
    "job-descriptions": say("Job descriptions"),
    "participant-ask": say("Participant ask"),
    "two-way-capacity": say("Two way capacity"),
}


def area_in_words(area: str) -> Text:
    """Return what an area is called; one that a pilot named itself is called as it was typed."""
    return AREAS.get(area, area)


class Readiness(Aggregate):
    """The readiness of one pilot, rebuilt from its own history."""

    kind = "readiness"

    def __init__(self, aggregate_id: str) -> None:
        super().__init__(aggregate_id)
        self.areas: dict[str, str] = {}

    def check(self, fact: Fact) -> None:
        """Refuse a step whose step before was never made."""
        match fact:
            case ReadinessChangeAgreed(area=area) if area not in self.areas:
                message = say(
                    "Say first how ready “{area}” is; then agree what has to change.",
                    area=area_in_words(area),
                )
                raise WrongStage(message, field="area")
            case ReadinessChangeMade(area=area) if self.areas.get(area) != "agreed":
                message = say(
                    "No change is agreed for “{area}”. Agree on one, with an owner.",
                    area=area_in_words(area),
                )
                raise WrongStage(message, field="area")
            case ReadinessWaived(area=area) if self.areas.get(area) == "waived":
                message = say("“{area}” is waived already.", area=area_in_words(area))
                raise WrongStage(message, field="area")
            case _:
                pass

    def evolve(self, fact: Fact) -> None:
        """Remember where each area stands."""
        match fact:
            case ReadinessAssessed(area=area):
                self.areas[area] = "assessed"
            case ReadinessChangeAgreed(area=area):
                self.areas[area] = "agreed"
            case ReadinessChangeMade(area=area):
                self.areas[area] = "made"
            case ReadinessWaived(area=area):
                self.areas[area] = "waived"
            case _:
                pass
