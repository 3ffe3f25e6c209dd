"""All that was stored before a command, as far as the command may ask."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from sqlalchemy import Engine

from domain.kernel import Aggregate

A = TypeVar("A", bound=Aggregate)


class Past(Protocol):
    """Whatever holds the history."""

    engine: Engine

    def rebuilt(self, kind: type[A], stream: str) -> A:
        """Return a thing; its version is 0 where nothing happened to it."""

    def known(self, streams: Iterable[str]) -> set[str]:
        """Return which of these things are here."""

    def head(self) -> int:
        """Return the last position."""
