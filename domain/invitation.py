"""An invitation: a way for people to take part, until it is closed."""

from domain.facts.invitation import InvitationClosed, InvitationOpened, InvitationTakenUp
from domain.kernel.aggregate import Aggregate, Fact
from domain.kernel.errors import WrongStage
from domain.kernel.messages import say


class Invitation(Aggregate):
    """One invitation, rebuilt from its own history."""

    kind = "invitation"

    closed = False

    def __init__(self, aggregate_id: str) -> None:
        super().__init__(aggregate_id)
        self.taken_up_by: set[str] = set()

    def check(self, fact: Fact) -> None:
        """Refuse what comes after it was closed, and a second time by the same person."""
        if self.closed:
            message = say("This invitation was closed. Open another one.")
            raise WrongStage(message)
        match fact:
            case InvitationTakenUp(person=person) if person in self.taken_up_by:
                message = say("This person has already taken the invitation up.")
                raise WrongStage(message, field="person")
            case _:
                pass

    def evolve(self, fact: Fact) -> None:
        """Remember what later decisions ask for."""
        match fact:
            case InvitationOpened(pilot=pilot):
                self.about(pilot)
            case InvitationTakenUp(person=person):
                self.taken_up_by.add(person)
            case InvitationClosed():
                self.closed = True
            case _:
                pass
