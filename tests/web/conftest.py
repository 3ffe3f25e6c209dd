"""What tests of pages may ask for: a local browser, signed-in people, a pilot, a world."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from shutil import copytree

import pytest
from msgspec import Struct

from domain.access import Asker
from domain.facts.participation import ParticipationLogged
from pilots.commands.charter import AdoptMedium, ChooseCapability, DefineMeasure
from pilots.commands.experiment import PlanExperiment, StartExperiment
from pilots.commands.lesson import LearnLesson
from pilots.commands.participation import LogParticipation
from pilots.commands.pilot import ProposePilot
from tests.conftest import MONDAY, Clock, ask, person
from tests.web.browsers import Browser, sign_in
from web.bootstrap import Platform, build
from web.sample import tell_sample


class World(Struct):
    """One of each thing that a form can be about."""

    pilot: str
    experiment: str
    running: str
    entry: str
    lesson: str
    person: str
    member: str

    def at(self, path: str) -> str:
        """Return an address with the ids of this world in it."""
        return path.format(**{name: getattr(self, name) for name in self.__struct_fields__})


@pytest.fixture
def here(tmp_path: Path, empty: Path, clock: Clock, database: str) -> Iterator[Platform]:
    """A platform that lets the owner of this machine in."""
    copytree(empty, tmp_path / "here")
    with closing(build(tmp_path / "here", clock, local=True, database_url=database)) as here:
        yield here


@pytest.fixture
def browser(here: Platform) -> Browser:
    """The browser of the owner of this machine."""
    return Browser(here)


@pytest.fixture
def you(here: Platform) -> Asker:
    """The owner of this machine."""
    assert here.local
    return here.local


@pytest.fixture
def shown(here: Platform, you: Asker) -> str:
    """A proposed pilot of the owner, with its question answered."""
    wish = ProposePilot(title="Shared minutes", accomplishment="No meeting without minutes.")
    return ask(here, you, wish).stream("pilot")


@pytest.fixture
def world(here: Platform, you: Asker, shown: str) -> World:
    """One of each thing, in one pilot."""
    rua = person(here, "Rua").person
    ask(here, you, ChooseCapability(pilot=shown, capability="listen", why="We talk past it."))
    wish = DefineMeasure(pilot=shown, measure="minutes", name="Minutes kept", unit="minutes")
    ask(here, you, wish)
    medium = AdoptMedium(pilot=shown, medium="wiki", capability="listen", helps_because="All see.")
    ask(here, you, medium)
    planned = ask(here, you, PlanExperiment(pilot=shown, title="One page"))
    running = ask(here, you, PlanExperiment(pilot=shown, title="Two pages")).stream("experiment")
    ask(here, you, StartExperiment(experiment=running))
    entry = ask(here, you, LogParticipation(pilot=shown, text="Wrote a page\nand a half."))
    return World(
        pilot=shown,
        experiment=planned.stream("experiment"),
        running=running,
        entry=entry.stream("entry"),
        lesson=ask(here, you, LearnLesson(pilot=shown, text="Ask first.")).stream("lesson"),
        person=rua,
        member=you.person,
    )


@pytest.fixture
def manager(platform: Platform) -> Browser:
    """The browser of a manager who has signed in."""
    return sign_in(platform, "manu", "manager")


@pytest.fixture
def member(platform: Platform) -> Browser:
    """The browser of a member who has signed in."""
    return sign_in(platform, "mira", "member")


@pytest.fixture
def auditor(platform: Platform) -> Browser:
    """The browser of an auditor who has signed in."""
    return sign_in(platform, "audre", "auditor")


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Platform]:
    """The sample programme, for tests that only read."""
    folder = tmp_path_factory.mktemp("sample")
    tell_sample(folder, MONDAY)
    clock = Clock()
    clock.now = MONDAY + timedelta(hours=1)
    with closing(build(folder, clock, local=True)) as sample:
        yield sample


@pytest.fixture
def filled(sample: Platform) -> Browser:
    """A browser on the sample programme; send nothing with it."""
    return Browser(sample)


def pilots_of(browser: Browser) -> list[str]:
    """Return the ids of the pilots there are."""
    told = browser.get("/api/v1/pilots").json()["pilots"]
    return [pilot["pilot"] for pilot in told]


def entries_of(browser: Browser) -> list[ParticipationLogged]:
    """Return the entries that were ever logged."""
    facts = (event.fact for event in browser.stored())
    return [fact for fact in facts if isinstance(fact, ParticipationLogged)]
