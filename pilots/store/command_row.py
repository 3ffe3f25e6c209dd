"""The command that made the facts of one write, kept beside them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class CommandRow:
    """The command whose facts are stored, and how its outcome reads once they have places."""

    asker: str
    command_id: str
    body_digest: str
    outcome: Callable[[Sequence[int]], bytes]

    def row(self, positions: Sequence[int]) -> dict[str, Any]:
        """Return the row that keeps the command once its facts have places."""
        return {
            "asker": self.asker,
            "command_id": self.command_id,
            "body_digest": self.body_digest,
            "outcome": self.outcome(positions),
        }
