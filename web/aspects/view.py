"""A view: one question about a pilot, what answers it, and the template that shows the answer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection

from domain.kernel.messages import Message, say
from domain.rules import RULES
from domain.rules.rule import Hint, Rule, Settings
from domain.rules.speaking import hints
from projections.engine.as_of import Cut
from projections.pilot.known_pilot import KnownPilot
from web.aspects.source_facts import BEHIND


@dataclass(frozen=True)
class Looking:
    """Who answers a view and how far: the tables, the cut, the moment, and what is known then."""

    db: Connection
    cut: Cut
    moment: datetime
    known: KnownPilot
    settings: Settings

    @property
    def pilot(self) -> str:
        """Return the id of the pilot that is looked at."""
        return self.known.charter.pilot

    @cached_property
    def hints(self) -> list[Hint]:
        """Return what the rules of the method say of the pilot, at the moment looked from."""
        return hints(RULES, self.known, self.moment, self.settings)

    def threshold(self, rule: str) -> int:
        """Return the threshold of a row that is in force: the programme's, or its own."""
        return Rule(id=rule, claim=say("")).threshold_in(self.settings)


class View(Struct, frozen=True):
    """One part of an aspect's page.

    `rows` are the ids of the method it shows, `says` defines its numbers in a sentence, `answer`
    answers it with plain structs, and `template` is a file in templates that gets the
    answer as `v`.
    """

    slug: str
    title: Message
    says: Message
    rows: tuple[str, ...]
    answer: Callable[[Looking], Any]
    template: str

    @property
    def events(self) -> str:
        """Return the query of a pilot's events that asks for what it is counted from."""
        return "&".join(f"name={fact.stored_as}" for fact in BEHIND[self.slug])


class Aspect(Struct, frozen=True):
    """A page of a pilot: its address /pilots/{pilot}/{slug}, its name, and its views in order."""

    slug: str
    title: Message
    says: Message
    views: tuple[View, ...]
