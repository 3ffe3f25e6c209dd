"""Evidence: what was seen, said or measured, until somebody takes it back."""

from domain.facts.evidence import EvidenceGathered, EvidenceLinked, EvidenceWithdrawn
from domain.kernel.aggregate import Aggregate, Fact
from domain.kernel.errors import Invalid, WrongStage
from domain.kernel.messages import say


class Evidence(Aggregate):
    """One piece of evidence, rebuilt from its own history."""

    kind = "evidence"

    withdrawn = False

    def __init__(self, aggregate_id: str) -> None:
        super().__init__(aggregate_id)
        self.links: set[tuple[str, str]] = set()

    def check(self, fact: Fact) -> None:
        """Refuse what comes after it was taken back, and what was said before."""
        if self.withdrawn:
            message = say(
                "This finding was withdrawn, so nothing can be built on it. Gather another."
            )
            raise WrongStage(message)
        match fact:
            case EvidenceLinked(target=target) if target == self.id:
                message = say("A finding is not held against itself. Choose another thing.")
                raise Invalid(message, field="target")
            case EvidenceLinked(target=target) if target.startswith("person-"):
                message = say("A finding is not held against a person. Choose what it speaks for.")
                raise Invalid(message, field="target")
            case EvidenceLinked(target=target, stance=stance) if (target, stance) in self.links:
                message = say("This finding is already held against that, in the same way.")
                raise WrongStage(message, field="target")
            case _:
                pass

    def evolve(self, fact: Fact) -> None:
        """Remember what later decisions ask for."""
        match fact:
            case EvidenceGathered(pilot=pilot):
                self.about(pilot)
            case EvidenceLinked(target=target, stance=stance):
                self.links.add((target, stance))
            case EvidenceWithdrawn():
                self.withdrawn = True
            case _:
                pass
