"""What was learned together, over loopback: twelve pilots, about 45 thousand events."""

import gzip
from contextlib import closing
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from random import Random

from bench.history import bring_history
from bench.pages import served
from bench.sides import in_turns
from domain.kernel.access import SYSTEM, Asker
from domain.kernel.fields import Size
from pilots.commands.base import Command
from pilots.commands.experiment import EndExperiment, PlanExperiment, StartExperiment
from pilots.commands.lesson import ConfirmLesson, ContradictLesson, LearnLesson
from pilots.commands.participation import LogParticipation
from pilots.commands.people import RegisterPerson
from pilots.commands.pilot import ProposePilot, StartPilot
from pilots.commands.value import DiscoverValue, ExpectValue
from pilots.request import CommandRequest, Receipt
from web.app import create_app
from web.bootstrap import Platform, build

BEGINS = datetime(2024, 1, 8, 9, tzinfo=UTC)
TITLES = (
    "Cold-chain sharing",
    "Joint apprentices",
    "Open repair library",
    "Harbour data room",
    "Village clinics link",
    "Seed-bank exchange",
    "Flood early warning",
    "Return logistics",
)
NAMES = ("Ada", "Bo", "Caro", "Dilan", "Ebo", "Finn", "Gita", "Hana", "Ivo", "Jun", "Kaia", "Lior")
FAMILIES = ("Achter", "Birk", "Castel")
CELLS = ("employees/satisfaction", "customers/retention", "partners/cost", "vendors/sales")
PAUSE = timedelta(hours=7)
ROUNDS, WARM = 40, 5


class Programme:
    """Eight invented pilots, told in the order of their days; always the same."""

    def __init__(self, platform: Platform, clock: "Clock") -> None:
        self._platform, self._clock = platform, clock
        self._dice = Random(7)  # noqa: S311  # nothing secret is drawn
        names = [f"{name} {family}" for family in FAMILIES for name in NAMES]
        self._people = [self._ask(RegisterPerson(name=name)).stream("person") for name in names]
        self._pilots: list[str] = []
        self._open: dict[str, str] = {}
        self._lessons: list[tuple[str, str]] = []

    def tell(self, steps: int) -> None:
        """Let something happen again and again, in a pilot that has begun."""
        for step in range(steps):
            if step % (steps // (len(TITLES) + 1)) == 0 and len(self._pilots) < len(TITLES):
                self._begin(TITLES[len(self._pilots)])
            pilot = self._dice.choice(self._pilots)
            self._clock.now += PAUSE * self._dice.random() * 2
            self._dice.choices((self._log, self._try, self._value), (8, 2, 1))[0](pilot)

    def _begin(self, title: str) -> None:
        wish = ProposePilot(title=title, accomplishment="Both sides do it by themselves.")
        self._pilots.append(self._ask(wish).stream("pilot"))
        self._ask(StartPilot(pilot=self._pilots[-1], override="It is invented."))

    def _log(self, pilot: str) -> None:
        near = 4 * self._pilots.index(pilot)
        around = [self._people[(near + n) % len(self._people)] for n in range(9)]
        who, *others = self._dice.sample(around, self._dice.randint(1, 3))
        text = "We went through what had stayed open."
        self._ask(LogParticipation(pilot=pilot, person=who, with_=tuple(others), text=text))

    def _try(self, pilot: str) -> None:
        if pilot not in self._open:
            plan = PlanExperiment(pilot=pilot, title="One week each", override="It is invented.")
            self._open[pilot] = self._ask(plan).stream("experiment")
            self._ask(StartExperiment(experiment=self._open[pilot]))
            return
        trial, proof = self._open.pop(pilot), "It held on most days."
        self._ask(EndExperiment(experiment=trial, result="supported", summary=proof, override="-"))
        wish = LearnLesson(
            pilot=pilot, experiment=trial, text="Whoever comes first tells the rest."
        )
        self._lessons.append((self._ask(wish).stream("lesson"), pilot))
        lesson, home = self._dice.choice(self._lessons)
        if home != pilot:
            tells = self._dice.choice((ConfirmLesson, ConfirmLesson, ContradictLesson))
            self._ask(tells(lesson=lesson, pilot=pilot))

    def _value(self, pilot: str) -> None:
        size = Size(amount=str(self._dice.randint(1, 40)), unit="hours a week")
        cell = self._dice.choice(CELLS)
        guess = self._ask(ExpectValue(pilot=pilot, statement="Less waiting.", cell=cell, size=size))
        known = guess.stream("value") if self._dice.random() < 1 / 2 else None
        found = DiscoverValue(
            pilot=pilot,
            statement="Fewer calls.",
            cell=cell,
            size=size,
            expected=known,
            override="-",
        )
        self._ask(found)

    def _ask(self, wish: Command) -> Receipt:
        asker: Asker = SYSTEM
        return self._platform.pilots.carry_out(CommandRequest(asker=asker), wish)


class Clock:
    """A clock that the programme moves on."""

    now = BEGINS

    def __call__(self) -> datetime:
        """Return its time, a little later with each look."""
        self.now += timedelta(milliseconds=7)
        return self.now


def measure(platform: Platform, folder: Path) -> None:
    """Ask for the page as it is, and as it was known on a day."""
    del platform
    clock = Clock()
    with closing(build(folder / "together", clock, local=True)) as opened:
        summary = bring_history(opened)
        Programme(opened, clock).tell(2400)
        opened.views.keep_up()
        print(f"  {opened.pilots.head():,} events, {summary} and eight invented ones")
        with served(create_app(opened)) as port:
            browser = HTTPConnection("127.0.0.1", port, timeout=60)

            def ask(path: str) -> bytes:
                browser.request("GET", path)
                return browser.getresponse().read()

            paths = {"/together now": "/together", "… as of a day": "/together?as_of=2025-03-31"}
            for name, path in paths.items():
                size = len(gzip.compress([ask(path) for _ in range(WARM)][-1]))
                print(f"  {name} has {size:,} bytes gzipped")
            sides = {n: lambda path=path: len(ask(path)) and 1 for n, path in paths.items()}
            in_turns(sides, ROUNDS, "ms", 1)
            browser.close()
