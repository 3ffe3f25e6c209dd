"""A practice: lessons that held became how things are done."""

from domain.kernel.aggregate import Aggregate, Fact


class Practice(Aggregate):
    """One practice, rebuilt from its own history."""

    kind = "practice"

    def evolve(self, fact: Fact) -> None:
        """Nothing later depends on what happened so far."""
