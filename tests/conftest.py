"""What every test may ask for: a clock it sets, an empty platform, and somebody who asks."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import copytree

import pytest
from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST

from domain.kernel import aggregate as kernel
from domain.kernel.access import Asker
from pilots.commands.pilot import ProposePilot
from tests.support.machines.clock import Clock
from tests.support.pages.german import REFUSED, english_in, listen
from tests.support.stories.builders import ask, chartered, person
from web.bootstrap import Platform, build

listen()
pytest_plugins = [
    "tests.support.machines.engines",
    "tests.support.machines.pace",
    "tests.support.stories.story",
]


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash passwords in no time: what they cost outside of tests is held in test_accounts."""
    monkeypatch.setattr("web.accounts.accounts.HASHER", PasswordHasher.from_parameters(CHEAPEST))


@pytest.fixture(autouse=True)
def refusals_in_german() -> Iterator[None]:
    """Look at whatever is refused in a test: a German reads no English word in it."""
    REFUSED.clear()
    yield
    english = {str(message): found for message in REFUSED if (found := english_in(message))}
    assert english == {}


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
def spare_names() -> Iterator[None]:
    """Forgets the facts a test invents."""
    facts, upcasts = dict(kernel.FACTS), dict(kernel.UPCASTS)
    yield
    kernel.FACTS.clear()
    kernel.FACTS.update(facts)
    kernel.UPCASTS.clear()
    kernel.UPCASTS.update(upcasts)
