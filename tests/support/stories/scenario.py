"""Given facts, when something is recorded, then this is kept, or refused in these words."""

from collections.abc import Callable
from copy import deepcopy
from typing import Generic, Self, TypeVar

import pytest

from domain.kernel.aggregate import Aggregate, Event, Fact
from domain.kernel.errors import Refused
from pilots.request import Receipt
from tests.support.examples import ANA
from tests.support.machines.clock import MONDAY
from web.bootstrap import Platform

A = TypeVar("A", bound=Aggregate)
Kept = list[tuple[Fact, tuple[str, ...]]]


class Scenario(Generic[A]):
    """One story about one thing."""

    def __init__(self, hero: A) -> None:
        self.hero = hero
        self.wish: tuple[Fact, ...] | Callable[[A], None] = ()

    def given(self, *past: Fact, by: str = ANA) -> Self:
        """Let more have happened before; nothing that could not have."""
        for fact in past:
            self.hero.check(fact)
            self.hero.replay([stored(self.hero, fact, by)])
        return self

    def when(self, *facts: Fact) -> Self:
        """Say which facts are to be recorded."""
        self.wish = facts
        return self

    def when_asked(self, wish: Callable[[A], None]) -> Self:
        """Say what is asked of the thing, where that is more than to record facts."""
        self.wish = wish
        return self

    def then(self, *expected: Fact) -> None:
        """Say which facts follow."""
        version = self.hero.version
        self._try()
        assert self.hero.pending == list(expected)
        assert self.hero.version == version + len(expected)

    def then_kept(self) -> None:
        """Say that all is kept as it was wished."""
        assert isinstance(self.wish, tuple)
        self.then(*self.wish)

    def then_refused(self, refusal: type[Refused], words: str, *, field: str = "") -> None:
        """Say that nothing happens, why, and which field is to be put right."""
        before = deepcopy(vars(self.hero))
        with pytest.raises(refusal, match=words) as wrong:
            self._try()
        assert type(wrong.value) is refusal
        assert wrong.value.field == field
        assert str(wrong.value).endswith(".")
        assert vars(self.hero) == before

    def _try(self) -> None:
        if not isinstance(self.wish, tuple):
            self.wish(self.hero)
            return
        for fact in self.wish:
            self.hero.record(fact)


def given(kind: type[A], *past: Fact) -> Scenario[A]:
    """Begin from a past that is already stored."""
    return Scenario(kind(f"{kind.kind}-example")).given(*past)


def nth(version: int) -> str:
    """Return the id of the event with this version in a story."""
    return f"00000000-0000-7000-8000-{version:012}"


def stored(hero: Aggregate, fact: Fact, by: str) -> Event:
    """Return the next fact of a thing as it comes out of the store."""
    return Event(
        id=nth(hero.version + 1),
        originator_id=hero.id,
        originator_version=hero.version + 1,
        pilots=(),
        recorded_at=MONDAY,
        occurred_at=MONDAY,
        precision="ms",
        by=by,
        source="web",
        command_id="command-1",
        fact=fact,
    )


def kept(platform: Platform, receipt: Receipt) -> Kept:
    """Return each fact a command led to, as it was stored, with the pilots it is about."""
    first = receipt.position - len(receipt.facts)
    events = platform.pilots.facts_after(first, len(receipt.facts))
    return [(event.fact, event.pilots) for event in events]
