"""What a Pol.is export says: statements and votes, by people who are only numbers."""

from datetime import datetime

from msgspec import Struct

from domain.kernel.fields import Stance
from domain.kernel.messages import Message

HOST = 0
STANCES: tuple[Stance, ...] = (-1, 0, 1)


class Statement(Struct, frozen=True):
    """Something a participant said, for the others to vote on."""

    where: Message
    at: datetime
    number: int
    author: int
    text: str


class Vote(Struct, frozen=True):
    """A participant agreed (1), disagreed (-1) or passed (0) on a statement."""

    where: Message
    at: datetime
    statement: int
    voter: int
    stance: Stance


class PolisExport(Struct, frozen=True):
    """One conversation, read and checked."""

    key: str
    title: str
    label: str
    """What the folder is called: short enough to tell people of two pilots apart."""
    description: str
    digest: str
    statements: tuple[Statement, ...]
    votes: tuple[Vote, ...]
