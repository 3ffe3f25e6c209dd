"""A pilot: a time-boxed collaboration that should accomplish one thing."""

from domain.charter import OVER
from domain.course import Course
from domain.facts.pilot import PilotProposed, PilotRenamed
from domain.facts.pilot_people import (
    PilotMemberJoined,
    PilotMemberLeft,
    PilotOwnerChanged,
    PilotPulseNoted,
    PilotSponsorNamed,
)
from domain.kernel.aggregate import Fact
from domain.kernel.errors import Missing, WrongStage
from domain.kernel.fields import Role
from domain.kernel.messages import say


class Pilot(Course):
    """One pilot, rebuilt from its own history: its people, over its course and its charter."""

    kind = "pilot"

    owner = ""
    sponsor = ""

    def __init__(self, aggregate_id: str) -> None:
        super().__init__(aggregate_id)
        self.members: dict[str, Role] = {}
        self.joined: dict[str, PilotMemberJoined] = {}

    def check(self, fact: Fact) -> None:
        """Refuse what changes nothing, and people who are not there."""
        match fact:
            case PilotRenamed(title=title):
                self.must_differ("title", self.title, title)
            case PilotOwnerChanged(owner=owner):
                self.must_differ("owner", self.owner, owner)
            case PilotSponsorNamed(person=person):
                self.must_differ("person", self.sponsor, person)
            case PilotMemberJoined():
                self._must_be_new(fact)
            case PilotMemberLeft(person=person):
                if person not in self.members:
                    message = say("This person is not a member of “{title}”.", title=self.title)
                    raise Missing(message, field="person")
            case PilotPulseNoted(answers=None, energy=None):
                message = say("Answer the three questions, or say how much energy there is.")
                raise Missing(message, field="energy")
            case _:
                super().check(fact)

    def evolve(self, fact: Fact) -> None:
        """Remember what later decisions ask for."""
        match fact:
            case PilotOwnerChanged(owner=owner):
                self.owner = owner
            case PilotSponsorNamed(person=person):
                self.sponsor = person
            case PilotMemberJoined(person=person, role=role):
                self.members[person], self.joined[person] = role, fact
            case PilotMemberLeft(person=person):
                self.members.pop(person, None)
                self.joined.pop(person, None)
            case _:
                super().evolve(fact)
        if isinstance(fact, PilotProposed):
            self.owner = fact.owner

    def _must_be_new(self, fact: PilotMemberJoined) -> None:
        if self.stage in OVER:
            message = say(
                "“{title}” is {stage}, so nobody joins it any more.",
                title=self.title,
                stage=self.stage,
            )
            raise WrongStage(message)
        if self.joined.get(fact.person) == fact:
            message = say(
                "This person is already in “{title}” as {role}.", title=self.title, role=fact.role
            )
            raise WrongStage(message, field="person")
