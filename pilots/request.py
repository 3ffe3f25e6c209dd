"""What stands around a wish: who asks, by which way, with which id, and what came of it."""

from typing import Any

from msgspec import Struct, field
from uuid_utils import uuid7

from domain.kernel.access import Asker


def new_id() -> str:
    """Return a fresh id: a UUID of version 7, so that later ids sort later."""
    return str(uuid7())


class CommandRequest(Struct, frozen=True, kw_only=True):
    """Who asks, by which way it came in, and the id under which it is done once."""

    asker: Asker
    source: str = "web"
    command_id: str = field(default_factory=new_id)
    body: Any = None
    """What was said, word for word, where it was resolved on the way; else the command itself."""
    seen: int | None = None
    """The position up to which the asker had seen the history, where they said so."""
    version: int | None = None
    """The version the thing must still have, where the asker said so (If-Match)."""


class KeptFact(Struct, frozen=True):
    """One fact of a receipt: its stored name, and where in a stream and the history it is."""

    name: str
    stream: str
    version: int
    position: int


class Receipt(Struct, frozen=True):
    """What a command led to: its facts, and the last position among them."""

    position: int
    facts: tuple[KeptFact, ...]

    def stream(self, kind: str) -> str:
        """Return the first thing of a kind that the command touched; empty where none was."""
        begins = f"{kind}-"
        return next((fact.stream for fact in self.facts if fact.stream.startswith(begins)), "")
