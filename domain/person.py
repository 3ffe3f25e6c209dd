"""A person: somebody who takes part, with or without an account here."""

from domain.facts.person import PersonErased, PersonMerged, PersonProfileChanged, PersonRegistered
from domain.kernel.aggregate import Aggregate, Fact
from domain.kernel.errors import Invalid, WrongStage
from domain.kernel.messages import Message, say


class Person(Aggregate):
    """One person, rebuilt from their own history."""

    kind = "person"

    name = ""
    profile = ""
    gone: Message | None = None

    def check(self, fact: Fact) -> None:
        """Refuse what changes nothing, and what comes too late."""
        if self.gone and not isinstance(fact, PersonErased):
            raise WrongStage(self.gone)
        match fact:
            case PersonProfileChanged(name=self.name, profile=self.profile):
                message = say(
                    "Nothing is changed. Change the name or the profile, or leave the page."
                )
                raise WrongStage(message, field="name")
            case PersonMerged(into=into) if into == self.id:
                message = say("These are the same person already. Name the other one.")
                raise Invalid(message, field="into")
            case _:
                pass

    def must_be_here(self) -> None:
        """Refuse to name somebody who goes by another entry now."""
        if self.gone:
            raise Invalid(self.gone, field="into")

    def evolve(self, fact: Fact) -> None:
        """Remember the name, and whether this person still stands for themselves."""
        match fact:
            case PersonRegistered() | PersonProfileChanged():
                self.name, self.profile = fact.name, fact.profile
            case PersonMerged(into=into):
                self.gone = say(
                    "This person was merged into {into}. Name that one instead.", into=into
                )
            case PersonErased():
                self.gone = say("What was kept about this person was erased.")
            case _:
                pass
