"""A programme: the frame in which an organisation runs its pilots."""

from domain.facts.programme import ProgrammeOpened
from domain.kernel import Aggregate, Fact


class Programme(Aggregate):
    """One programme, rebuilt from its own history."""

    kind = "programme"

    def open(self, *, name: str, what_for: str | None = None) -> None:
        """Begin the programme."""
        self.record(ProgrammeOpened(name=name, what_for=what_for))

    def evolve(self, fact: Fact) -> None:
        """Nothing later depends on what happened so far."""
