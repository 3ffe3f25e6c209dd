"""The command that made the facts of one write, kept beside them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class CommandRow:
    """The command whose facts are stored, and how its outcome reads once they have places."""

    asker: str
    command_id: str
    body_digest: str
    outcome: Callable[[Sequence[int]], bytes]
