"""An erasure: prose that had to go; that it went is itself a fact."""

from domain.kernel.aggregate import Aggregate, Fact


class Erasure(Aggregate):
    """One erasure, with a fact for each event whose prose was blanked."""

    kind = "prose"

    def evolve(self, fact: Fact) -> None:
        """Nothing later depends on what happened so far."""
