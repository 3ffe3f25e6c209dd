"""What tests of pages may ask for: a local browser, signed-in people, a pilot, a world."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import timedelta
from pathlib import Path
from tempfile import mkdtemp

import pytest

from domain.kernel.access import Asker
from pilots.commands.pilot import ProposePilot
from tests.support.machines.clock import MONDAY, Clock
from tests.support.pages.bracketed_texts import german
from tests.support.pages.browser import Browser, sign_in
from tests.support.stories.builders import ask
from tests.support.stories.copies import Made, opened, stopped_at
from tests.support.stories.world import Maker, World
from web.bootstrap import Platform, build
from web.sample import tell_sample

__all__ = ["german"]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A folder with a world in it, to be copied: making one takes its time."""
    folder, clock = tmp_path_factory.mktemp("world") / "data", Clock()
    with closing(build(folder, clock, local=True)) as here:
        assert here.local
        world = Maker(here, here.local).make()
        here.views.keep_up()
    return Made(folder, world, clock.now)


@pytest.fixture
def here(
    tmp_path: Path, empty: Path, clock: Clock, database: str, request: pytest.FixtureRequest
) -> Iterator[Platform]:
    """A platform that lets the owner of this machine in; a test that asks for a world has it."""
    if "world" in request.fixturenames:
        made: Made = request.getfixturevalue("made")
        empty, clock.now = made.folder, made.now
    with opened(empty, tmp_path, clock, database) as here:
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
def world(here: Platform, made: Made) -> World:
    """One of each thing, in one pilot."""
    assert here.pilots.head()
    return made.world


@pytest.fixture(scope="session")
def still(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser on the world as it was made, for tests that read or send what is refused."""
    with opened(made.folder, tmp_path_factory.mktemp("still"), stopped_at(made.now)) as here:
        before = here.pilots.head()
        yield Browser(here)
        assert here.pilots.head() == before


@pytest.fixture
def anew(made: Made, tmp_path: Path, clock: Clock) -> Iterator[Callable[[], Browser]]:
    """Opens the world as it was made, each time another copy of it."""
    clock.now = made.now
    with ExitStack() as open_until_the_end:

        def another() -> Browser:
            folder = Path(mkdtemp(dir=tmp_path))
            return Browser(open_until_the_end.enter_context(opened(made.folder, folder, clock)))

        yield another


@pytest.fixture
def stranger(platform: Platform) -> Browser:
    """Somebody at a browser who has not signed in."""
    return Browser(platform)


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
def told_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample programme, to be copied: telling it takes its time."""
    folder = tmp_path_factory.mktemp("told") / "data"
    tell_sample(folder, MONDAY)
    return folder


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory, told_sample: Path) -> Iterator[Platform]:
    """The sample programme, for tests that only read."""
    later = stopped_at(MONDAY + timedelta(hours=1))
    with opened(told_sample, tmp_path_factory.mktemp("sample"), later) as sample:
        yield sample


@pytest.fixture
def filled(sample: Platform) -> Browser:
    """A browser on the sample programme; send nothing with it."""
    return Browser(sample)
