"""A story of one pilot, told day by day: what rules say of it, and what views answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from domain.kernel.access import Asker
from domain.kernel.moments import stamp
from domain.rules import RULES
from domain.rules.rule import Hint
from domain.rules.speaking import badges, hints
from pilots.commands.base import Command
from pilots.commands.participation import AcknowledgeParticipation, LogParticipation
from pilots.commands.pilot import ProposePilot, StartPilot
from pilots.commands.pilot_measures import DefineMeasure
from pilots.commands.pilot_purpose import NameProblem, StatePurpose
from pilots.request import Receipt
from projections.engine.as_of import NOW, Cut
from projections.pilot.known_pilot import KnownPilot, known_pilot
from projections.pilot.rules_in_force import settings_of
from tests.support.machines.clock import Clock
from tests.support.pages.browser import Browser
from tests.support.stories.builders import ask, person
from web.aspects import ASPECTS
from web.aspects.view import Looking, View
from web.bootstrap import Platform

ANSWER = "Whoever misses a meeting finds what was decided within a day."


class Story:
    """One pilot of Mere's; others are made known by name when they are first asked for."""

    def __init__(self, platform: Platform, clock: Clock, mere: Asker) -> None:
        self.platform = platform
        self.clock = clock
        self.mere = mere
        self.people = {"Mere": mere}
        self.pilot = ""

    def who(self, name: str) -> Asker:
        """Return somebody by name."""
        if name not in self.people:
            self.people[name] = person(self.platform, name)
        return self.people[name]

    def days(self, days: float) -> None:
        """Let days pass."""
        self.clock.pass_days(days)

    def do(self, command: Command, by: str = "Mere") -> Receipt:
        """Carry out a command for somebody."""
        return ask(self.platform, self.who(by), command)

    def new(self, command: Command, by: str = "Mere") -> str:
        """Carry out a command, and return the id of the thing it is about."""
        return self.do(command, by).stream(command.of.kind)

    def propose(self, **said: Any) -> str:
        """Propose a pilot, with an answer where none is said; it is this story's from then on."""
        told: dict[str, Any] = {"title": "Shared minutes", "accomplishment": ANSWER} | said
        self.pilot = self.new(ProposePilot(**told))
        return self.pilot

    def charter(self) -> None:
        """Say what stands before a start and an experiment: what for, the problem, a measure."""
        pilot = self.pilot
        what, whom = "Nobody is left out", "those on shift"
        told = StatePurpose(pilot=pilot, change_or_protect=what, for_whom=whom, whose_belief="Mere")
        self.do(told)
        self.do(NameProblem(pilot=pilot, problem="Nobody reads minutes.", who_has_it="All"))
        self.do(DefineMeasure(pilot=pilot, measure="read", name="Minutes read", unit="minutes"))

    def start(self, **said: Any) -> str:
        """Propose a pilot, say its charter, and start it."""
        pilot = self.propose(**said)
        self.charter()
        self.do(StartPilot(pilot=pilot, ends_on=date(2027, 3, 1)))
        return pilot

    def log(self, by: str = "Mere", *along: str, **said: Any) -> str:
        """Log an entry of somebody's, with others along; `to` may be a name."""
        told: dict[str, Any] = {"pilot": self.pilot, "text": "We met."} | said
        if told.get("to") in self.people:
            told["to"] = self.people[told["to"]].person
        others = tuple(self.who(name).person for name in along)
        return self.new(LogParticipation(with_=others, **told), by)

    def thank(self, entry: str, by: str, *, useful: bool = True) -> None:
        """Let somebody say whether an entry was useful."""
        self.do(AcknowledgeParticipation(entry=entry, useful=useful), by)

    @contextmanager
    def known(self, cut: Cut = NOW) -> Iterator[KnownPilot]:
        """Open what is known about the pilot."""
        with self.platform.views.reading() as db:
            known = known_pilot(db, cut, self.pilot)
            assert known is not None
            yield known

    def hints(self, rule: str = "", cut: Cut = NOW) -> list[Hint]:
        """Return what the rules say now, or what one of them says."""
        with self.platform.views.reading() as db, self.known(cut) as known:
            settings = settings_of(db, cut, known.charter.programme)
            moment = datetime.fromisoformat(cut.moment) if cut.moment else self.clock()
            said = hints(RULES, known, moment, settings)
        return [each for each in said if rule in ("", each.rule)]

    def badges(self) -> list[str]:
        """Return the badges the pilot wears now."""
        with self.known() as known:
            return [str(badge.label) for badge, _ in badges(RULES, known, self.clock(), {})]

    def told(self, view: View, cut: Cut = NOW) -> Any:
        """Return what a view answers."""
        with self.platform.views.reading() as db, self.known(cut) as known:
            moment = datetime.fromisoformat(cut.moment) if cut.moment else self.clock()
            settings = settings_of(db, cut, known.charter.programme)
            return view.answer(Looking(db, cut, moment, known, settings))

    def page(self, path: str = "") -> str:
        """Return the text of a page of the pilot as the owner of the machine sees it."""
        here = Browser(replace(self.platform, local=self.mere))
        return here.get(f"/pilots/{self.pilot}{path}").text

    def views(self, aspect: str, query: str = "") -> str:
        """Return the text of the pages of all views of an aspect, one after the other."""
        found = {each.slug: each for each in ASPECTS}[aspect.removeprefix("/")]
        return "\n".join(self.page(f"/insights/{view.slug}{query}") for view in found.views)

    def now(self) -> Cut:
        """Return how far one sees at this moment, to look back to it later."""
        return Cut(moment=stamp(self.clock()))


@pytest.fixture
def story(platform: Platform, clock: Clock, mere: Asker) -> Story:
    """A story that has not begun."""
    return Story(platform, clock, mere)
