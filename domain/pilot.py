"""A pilot: a time-boxed collaboration that should accomplish one thing."""

from datetime import date

from domain.charter import Charter, Stage
from domain.errors import GateClosed, Missing, WrongStage
from domain.facts.pilot import PilotClosed, PilotGateOverridden, PilotProposed, PilotStarted
from domain.facts.pilot_people import PilotMemberJoined, PilotMemberLeft
from domain.fields import Money, PilotKind, Role
from domain.kernel import Fact

ONE_QUESTION = "S001-one-question"


class Pilot(Charter):
    """One pilot, rebuilt from its own history."""

    kind = "pilot"

    def __init__(self, aggregate_id: str) -> None:
        super().__init__(aggregate_id)
        self.owner = ""
        self.members: dict[str, Role] = {}

    def propose(
        self,
        *,
        programme: str,
        title: str,
        owner: str,
        raw_request: str = "",
        kind: PilotKind = "business",
    ) -> None:
        """Put a pilot forward."""
        self.record(
            PilotProposed(
                programme=programme, title=title, raw_request=raw_request, kind=kind, owner=owner
            )
        )

    def start(
        self,
        *,
        stake_hours: int | None = None,
        stake_money: Money | None = None,
        ends_on: date | None = None,
        override: str = "",
    ) -> None:
        """Begin a proposed pilot, through the gate or with a reason to go round it."""
        if self.stage is not Stage.PROPOSED:
            message = f"“{self.title}” is already {self.stage}, so it cannot be started."
            raise WrongStage(message)
        if not self.accomplishment:
            if not override:
                message = (
                    f"“{self.title}” cannot start before someone answers “What do you want to "
                    "accomplish?”. Answer it, or give a reason to start without."
                )
                raise GateClosed(message, field="override")
            self.record(PilotGateOverridden(rule=ONE_QUESTION, reason=override))
        self.record(PilotStarted(stake_hours=stake_hours, stake_money=stake_money, ends_on=ends_on))

    def close(self, *, reason: str) -> None:
        """End the pilot."""
        self._must_be_open("close it")
        self.record(PilotClosed(reason=reason))

    def join(self, fact: PilotMemberJoined) -> None:
        """Let a person join in a role, or take another role."""
        self._must_be_open("join it")
        if self.members.get(fact.person) == fact.role:
            message = f"This person is already in “{self.title}” as {fact.role}."
            raise WrongStage(message, field="person")
        self.record(fact)

    def leave(self, *, person: str) -> None:
        """Let a person leave."""
        if person not in self.members:
            message = f"This person is not a member of “{self.title}”."
            raise Missing(message, field="person")
        self.record(PilotMemberLeft(person=person))

    def evolve(self, fact: Fact) -> None:
        """Remember what later decisions ask for."""
        match fact:
            case PilotProposed(title=title, owner=owner):
                self.about(self.id)
                self.title, self.owner = title, owner
            case PilotStarted():
                self.stage = Stage.RUNNING
            case PilotClosed():
                self.stage = Stage.CLOSED
            case PilotMemberJoined(person=person, role=role):
                self.members[person] = role
            case PilotMemberLeft(person=person):
                self.members.pop(person, None)
            case _:
                super().evolve(fact)
