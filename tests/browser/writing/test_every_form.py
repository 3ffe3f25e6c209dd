"""Every command's form is filled in and sent once in a real browser, some without scripts."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from shutil import copytree
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from pilots.commands import COMMANDS
from tests.browser.conftest import Watched
from tests.browser.forms import Place, Visitor, make_world
from tests.support.good_values import GOOD
from tests.support.good_values.order import IN_ANOTHER_WORLD, ORDER
from tests.support.pages.web_server import start_server, stop_server
from tests.support.stories.world import World
from tests.web.pages.commands.test_form import ASKED, ONWARD, came_from, filled_in

TOASTS = {
    "join-participation": "You joined it.",
    "log-participation": "Logged, with a lesson.",
    "learn-lesson": "Lesson kept.",
    "void-participation": "Taken back. The log keeps both.",
    "void-lesson": "Taken back. The log keeps both.",
}
OF_NO_PILOT = {"programme", "person", "review"}  # they are not told of; see test_toasts.py
WITHOUT_SCRIPTS = (  # each kind of control and of way on; all forms are sent so in this process
    "propose-pilot",
    "start-pilot",
    "define-measure",
    "assess-medium-fit",
    "log-participation",
    "note-pulse",
    "derive-insight",
    "learn-lesson",
    "plan-experiment",
    "take-decision",
    "open-review",
    "correct-participation",
)
SHORT = 10_000  # ms; a form that takes longer is broken


class Visit:
    """A visitor with two worlds: one for most commands, one for those that would end it."""

    def __init__(self, visitor: Visitor, places: list[Place]) -> None:
        self.visitor = visitor
        self.places = places
        self.heads = [0, 0]

    def new_facts(self, which: int) -> list[str]:
        """Return the names of the facts that are stored since this was last asked."""
        told = self.visitor.facts(self.places[which].address, self.heads[which])
        self.heads[which] = told[-1]["position"] if told else self.heads[which]
        return [each["name"] for each in told]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, World]:
    """A folder with a world in it, to be copied."""
    folder = tmp_path_factory.mktemp("forms") / "made"
    return folder, make_world(folder)


@pytest.fixture(scope="module")
def visit(
    browser: Browser, made: tuple[Path, World], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Visit]:
    """Somebody at one window, before two servers with a world each."""
    with _visit(browser, made, tmp_path_factory.mktemp("visit"), scripts=True) as visit:
        yield visit


@pytest.fixture(scope="module")
def plain_visit(
    browser: Browser, made: tuple[Path, World], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Visit]:
    """The same without scripts."""
    with _visit(browser, made, tmp_path_factory.mktemp("plain"), scripts=False) as visit:
        yield visit


@contextmanager
def _visit(
    browser: Browser, made: tuple[Path, World], folder: Path, *, scripts: bool
) -> Iterator[Visit]:
    with ExitStack() as open_until_the_end:
        places = []
        for called in ("most", "another"):
            server, address = start_server(Path(copytree(made[0], folder / called)))
            open_until_the_end.callback(stop_server, server)
            places.append(Place(address, made[1]))
        context = browser.new_context(java_script_enabled=scripts)
        open_until_the_end.callback(context.close)
        context.set_default_timeout(SHORT)
        watch = Watched(context, "http://127.0.0.1:")
        visit = Visit(Visitor(context.new_page(), watch, scripts=scripts), places)
        for which in (0, 1):
            visit.new_facts(which)
        yield visit


@pytest.mark.parametrize("name", ORDER)
def test_a_form_that_is_filled_in_and_sent_is_done_and_says_so(visit: Visit, name: str) -> None:
    _send(visit, name)


@pytest.mark.parametrize("name", [name for name in ORDER if name in WITHOUT_SCRIPTS])
def test_a_form_without_scripts_is_done_and_says_so(plain_visit: Visit, name: str) -> None:
    _send(plain_visit, name)


def _send(visit: Visit, name: str) -> None:
    which, visitor = (1 if name in IN_ANOTHER_WORLD else 0), visit.visitor
    address, world = visit.places[which]
    path, said = filled_in(world, name)
    back = came_from(path, name)
    visitor.open(address, path + world.at(ASKED.get(name, "")), back)

    reason = said.pop("override", None)
    visitor.fill(said)
    visitor.send()
    if reason:  # a gate is shut: the form comes back with what was typed, and asks for a reason
        visitor.see("main [role=alert]")  # the field for it may have been there before
        visitor.fill({"override": reason})
        visitor.send()

    untold = COMMANDS[name].unsigned or COMMANDS[name].of.kind in OF_NO_PILOT
    onto = f"main h1:not(:text-is('{COMMANDS[name].button}'))"
    in_background = name == "log-participation" and visitor.scripts  # its row says so
    row = f"#logged .said:text-is('{said['text']}')" if in_background else "#toasts .toast"
    told = visitor.see(onto if untold else row)
    assert untold or in_background or told["toast"] == TOASTS.get(name, "Saved.")
    assert told["alerts"] == []
    assert told["stayed"] == visitor.scripts
    assert GOOD[name].fact in visit.new_facts(which)
    if not visitor.scripts:
        onward = urlsplit(visitor.page.url)
        assert onward.query.startswith("did=")
        assert onward.path == back or name in ONWARD
    assert (visitor.watch.said, visitor.watch.left) == ([], [])


def test_each_form_was_sent() -> None:
    assert sorted(ORDER) == sorted(GOOD)
