"""Given facts, when something is tried, then these facts follow, or this refusal."""

from collections.abc import Callable
from typing import Generic, Self, TypeVar

import pytest

from domain.errors import Refused
from domain.kernel import Aggregate, Fact

A = TypeVar("A", bound=Aggregate)


class Scenario(Generic[A]):
    """One story about one thing."""

    def __init__(self, hero: A) -> None:
        self.hero = hero
        self.attempt: Callable[[A], None] = lambda _: None

    def when(self, attempt: Callable[[A], None]) -> Self:
        """Say what is tried."""
        self.attempt = attempt
        return self

    def then(self, *expected: Fact) -> None:
        """Say which facts follow."""
        self.attempt(self.hero)
        assert self.hero.pending == list(expected)

    def then_refused(self, refusal: type[Refused], words: str) -> None:
        """Say that nothing happens, and why."""
        with pytest.raises(refusal, match=words):
            self.attempt(self.hero)
        assert self.hero.pending == []


def given(kind: type[A], *past: Fact) -> Scenario[A]:
    """Begin from a past that is already stored."""
    hero = kind(f"{kind.kind}-example")
    for fact in past:
        hero.record(fact)
    hero.pending.clear()
    return Scenario(hero)
