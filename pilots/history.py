"""All that was stored before a command, as far as the command may ask."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from sqlalchemy import Engine

from domain.kernel.aggregate import Aggregate, Event

A = TypeVar("A", bound=Aggregate)


class History(Protocol):
    """What a command may ask of the store; `Pilots` is one."""

    engine: Engine

    def rebuilt(self, kind: type[A], stream: str) -> A:
        """Return a thing; its version is 0 where nothing happened to it."""

    def facts_of(self, stream: str, after: int = 0) -> Sequence[Event]:
        """Return the facts of a thing after a version, oldest first."""

    def known(self, streams: Iterable[str]) -> set[str]:
        """Return which of these things are here."""

    def head(self) -> int:
        """Return the position of the last event, 0 where the history is empty."""
