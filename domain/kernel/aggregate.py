"""The small core under every aggregate: facts, their envelope, and what grows from them."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, ClassVar, Self, TypeVar, dataclass_transform

from msgspec import Struct, StructMeta

from domain.kernel.fields import Moment, Precision

F = TypeVar("F", bound="Fact")

FACTS: dict[str, type["Fact"]] = {}
UPCASTS: dict[type["Fact"], Callable[[Any], "Fact"]] = {}


class FactType(StructMeta):
    """Enters each fact under the name it is stored by, once and for ever."""

    def __new__(cls, *parts: Any, name: str = "", frozen: bool = True) -> Any:
        """Make the class; two facts never share a name."""
        if name in FACTS:
            message = f"{parts[0]} cannot be stored as {name}: {FACTS[name].__name__} already is."
            raise TypeError(message)
        made: Any = super().__new__(cls, *parts, frozen=frozen, kw_only=True, omit_defaults=True)
        made.stored_as = name
        if name:
            FACTS[name] = made
        return made


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Fact(Struct, metaclass=FactType, frozen=True):
    """Something that happened. It can be read alone, and it never changes."""

    stored_as: ClassVar[str]


def fact_called(name: str) -> type[Fact]:
    """Return the fact that is stored by a name; a name nobody entered leads nowhere."""
    if name not in FACTS:
        message = f"no fact is called {name}"
        raise LookupError(message)
    return FACTS[name]


def upcast(old: type[F], become: Callable[[F], Fact]) -> None:
    """Read every stored `old` fact as what `become` makes of it; nobody records it again."""
    UPCASTS[old] = become


def as_today(fact: Fact) -> Fact:
    """Return a fact in today's shape, however old the one that was stored."""
    while become := UPCASTS.get(type(fact)):
        fact = become(fact)
    return fact


class Origin(Struct, frozen=True):
    """Where an event stood in the other history it was brought from."""

    history: str
    position: int


class Event(Struct, frozen=True, kw_only=True):
    """A fact in its envelope: what it happened to, when, when it was written down, who said so.

    `recorded_at` is None until the store has stamped it; `position` is 0 until it has a place.
    """

    id: str
    originator_id: str
    originator_version: int
    pilots: tuple[str, ...]
    occurred_at: Moment
    precision: Precision
    by: str
    source: str
    command_id: str
    fact: Fact
    recorded_at: datetime | None = None
    not_before: datetime | None = None
    zone: str | None = None
    outside_id: str | None = None
    because_of: str | None = None
    origin: Origin | None = None
    salt: str | None = None
    prose_digest: str | None = None
    position: int = 0


class Aggregate:
    """Something with a history: it decides, records, and remembers."""

    kind: ClassVar[str] = ""

    def __init__(self, aggregate_id: str) -> None:
        self.id = aggregate_id
        self.version = 0
        self.pilots: tuple[str, ...] = ()
        self.recorded_at: datetime | None = None
        self.by = ""
        self.pending: list[Fact] = []

    def record(self, fact: Fact) -> None:
        """Turn a wish into a fact, or refuse it with a sentence."""
        self.check(fact)
        self.evolve(fact)
        self.version += 1
        self.pending.append(fact)

    def check(self, fact: Fact) -> None:
        """Raise Refused where this cannot happen now; what is stored is never checked again."""

    def evolve(self, fact: Fact) -> None:
        """Remember one fact. No clock, no chance, no refusal: this runs again on every load."""
        raise NotImplementedError

    def about(self, pilot: str) -> None:
        """Remember a pilot that this, and all that follows, is about."""
        if pilot not in self.pilots:
            self.pilots = (*self.pilots, pilot)

    def replay(self, events: Iterable[Event]) -> Self:
        """Remember a stored history; `by` is whoever began it."""
        for event in events:
            self.evolve(event.fact)
            for pilot in event.pilots:
                self.about(pilot)
            self.version = event.originator_version
            self.recorded_at = event.recorded_at
            self.by = self.by or event.by
        return self
