"""A person: somebody who takes part, with or without an account here."""

from domain.facts.person import PersonRegistered
from domain.kernel import Aggregate, Fact


class Person(Aggregate):
    """One person, rebuilt from their own history."""

    kind = "person"

    name = ""

    def register(self, *, name: str, profile: str = "") -> None:
        """Make a person known."""
        self.record(PersonRegistered(name=name, profile=profile))

    def evolve(self, fact: Fact) -> None:
        """Remember the name, for sentences."""
        match fact:
            case PersonRegistered(name=name):
                self.name = name
            case _:
                pass
