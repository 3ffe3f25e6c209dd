"""What every test may ask for: a clock it sets, an empty platform, and somebody who asks."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree

import pytest
from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST

from domain.kernel import aggregate as kernel
from domain.kernel.access import SYSTEM, Asker
from domain.rules import RULES
from domain.rules.rule import Gate
from pilots.commands.base import Command
from pilots.commands.people import RegisterPerson
from pilots.commands.pilot import OverrideGate, ProposePilot
from pilots.commands.pilot_measures import DefineMeasure
from pilots.commands.pilot_purpose import NameProblem
from pilots.request import CommandRequest, Receipt
from web.bootstrap import Platform, build

pytest_plugins = ["tests.engines", "tests.pace"]
Form = Callable[[float, float], float]
MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash passwords in no time: what they cost outside of tests is held in test_sessions."""
    monkeypatch.setattr("web.accounts.accounts.HASHER", PasswordHasher.from_parameters(CHEAPEST))


class Clock:
    """A clock the test sets; each look moves it on by a millisecond."""

    now = MONDAY

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now

    def pass_days(self, days: float = 1) -> None:
        """Let days pass."""
        self.now += timedelta(days=days)


@pytest.fixture
def clock() -> Clock:
    """A clock that stands on Monday morning."""
    return Clock()


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an empty platform, to be copied: laying tables out takes its time."""
    folder = tmp_path_factory.mktemp("empty") / "data"
    build(folder, Clock()).close()
    return folder


@pytest.fixture
def platform(tmp_path: Path, empty: Path, clock: Clock, database: str) -> Iterator[Platform]:
    """An empty platform of its own."""
    copytree(empty, tmp_path / "data")
    with closing(build(tmp_path / "data", clock, database_url=database)) as platform:
        yield platform


@pytest.fixture
def mere(platform: Platform) -> Asker:
    """A manager called Mere."""
    return person(platform, "Mere", standing="manager")


@pytest.fixture
def pilot(platform: Platform, mere: Asker) -> str:
    """A proposed pilot of Mere's with its charter: an answer, a problem, a measure."""
    wish = ProposePilot(title="Shared minutes", accomplishment="No meeting without minutes.")
    pilot = ask(platform, mere, wish).stream("pilot")
    chartered(platform, mere, pilot)
    return pilot


@pytest.fixture
def form(request: pytest.FixtureRequest) -> Form:
    """Chooses between a figure of the short form and one of the long form."""
    is_long = bool(request.config.getoption("--long"))
    return lambda short, long: long if is_long else short


@pytest.fixture
def spare_names() -> Iterator[None]:
    """Forgets the facts a test invents."""
    facts, upcasts = dict(kernel.FACTS), dict(kernel.UPCASTS)
    yield
    kernel.FACTS.clear()
    kernel.FACTS.update(facts)
    kernel.UPCASTS.clear()
    kernel.UPCASTS.update(upcasts)


Ask = Callable[[Platform, Asker, Command], Receipt]


def ask(platform: Platform, asker: Asker, command: Command) -> Receipt:
    """Carry out a command for somebody."""
    return platform.pilots.carry_out(CommandRequest(asker=asker), command)


def chartered(platform: Platform, asker: Asker, pilot: str) -> None:
    """Say of a pilot what stands before an experiment: the problem, and a measure."""
    named = NameProblem(pilot=pilot, problem="Nobody knows what was said.", who_has_it="All")
    ask(platform, asker, named)
    kept = DefineMeasure(pilot=pilot, measure="read", name="Minutes read", unit="minutes")
    ask(platform, asker, kept)


def open_gates(platform: Platform, asker: Asker, pilot: str) -> None:
    """Pass every gate of a pilot beforehand, for tests that are about something else."""
    for gate in {rule.id for rule in RULES if isinstance(rule, Gate)}:
        ask(platform, asker, OverrideGate(pilot=pilot, rule=gate, reason="It is a test."))


def person(platform: Platform, name: str, standing: str = "member") -> Asker:
    """Make a person known and return them as the one who asks."""
    made = ask(platform, SYSTEM, RegisterPerson(name=name)).stream("person")
    return Asker(person=made, name=name, standing=standing)  # type: ignore[arg-type]  # one of three words


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the long form of the fault tests be asked for."""
    parser.addoption("--long", action="store_true", help="run faults as often as in `make faults`")
