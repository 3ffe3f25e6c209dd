"""Who is asking, and whether they may: the one place that decides."""

from typing import Literal, Protocol

from msgspec import Struct

from domain.kernel.errors import NotAllowed
from domain.kernel.messages import say

Standing = Literal["manager", "member", "auditor"]
Action = Literal["read", "write", "take-back", "own", "manage"]


class Asker(Struct, frozen=True):
    """The one who asks: a person, and what they may do here. Comes in through the door."""

    person: str
    name: str = ""
    standing: Standing = "member"
    zone: str = "UTC"


class Resource(Protocol):
    """What is asked about: something that somebody began, or somebody themselves."""

    @property
    def id(self) -> str:
        """Return its id."""

    @property
    def by(self) -> str:
        """Return the id of the person who began it."""


SYSTEM = Asker(person="system", name="Pilotlog", standing="manager")
ANONYMOUS = Asker(person="anonymous", name="Somebody")


def authorize(asker: Asker | None, action: Action, resource: Resource | None = None) -> None:
    """Let the asker do it, or refuse with a sentence.

    Everyone who is signed in may read. Auditors only read. What somebody else wrote is taken
    back or put right by managers; everybody may do so with what they wrote themselves. What is
    kept about a person is their own. What touches everybody (rules, who is who) is managers'.
    """
    if asker is None:
        message = say("Sign in first.")
        raise NotAllowed(message)
    if action == "read" or asker.standing == "manager":
        return
    if asker.standing == "auditor":
        message = say("Auditors read everything and change nothing. Ask a member to do this.")
        raise NotAllowed(message)
    if action == "manage":
        message = say("Only a manager may do this. Ask one.")
        raise NotAllowed(message)
    if action == "own" and (resource is None or resource.id != asker.person):
        message = say("Only they themselves or a manager may do this. Ask one of them.")
        raise NotAllowed(message)
    if action == "take-back" and resource is not None and resource.by != asker.person:
        message = say("Somebody else wrote this. Ask them, or a manager, to change it.")
        raise NotAllowed(message)


def may(asker: Asker, action: Action, resource: Resource) -> bool:
    """Tell whether `authorize` would let the asker do it, for buttons that else are not shown."""
    try:
        authorize(asker, action, resource)
    except NotAllowed:
        return False
    return True
