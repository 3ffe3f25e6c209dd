"""Pages hold whatever is in them: nothing, one thing, a crowd, endless words, other scripts."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from msgspec import structs
from playwright.sync_api import Browser, Page

from bench.crowded import Crowd
from pilots.commands.base import Command
from pilots.commands.pilot import ProposePilot
from pilots.request import CommandRequest
from tests.browser.conftest import Watched
from tests.support.machines.pace import Form
from tests.support.pages.web_server import start_server, stop_server
from tests.support.stories.world import Maker, World
from tests.web.pages.test_escaping import FREE
from web.aspects import ASPECTS
from web.bootstrap import Platform, build

LISTS = ("/", "/pilots", "/lessons", "/value", "/people", "/review", "/review/print", "/together")
REST = ("/rules", "/search?q=a", "/compare", "/log")
OF_A_PILOT = (
    *("", "/charter", "/events", "/changes", "/sheet", "/take-decision", "/plan-experiment"),
    *(f"/{aspect.slug}" for aspect in ASPECTS),
)
THINGS = (
    "/experiments/{running}", "/lessons/{lesson}", "/decisions/{decision}", "/values/{value}",
    "/people/{person}", "/programmes/{programme}", "/conclusions/{supported}",
    "/entries/{entry}/correct",
)  # fmt: skip  # a list
RIGHT_TO_LEFT = "לומדים ביחד (עד הסוף)!"
ENDLESS = (
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" + "s" * 19
)
SCREENS = (1440, 390)
RUNS_OVER = "document.documentElement.scrollWidth > window.innerWidth"
# Words of which the mark at the end stands right of the first letter: they were laid out from the
# left, as if they were English.
FROM_THE_LEFT = """(text) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const wrong = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(text);
    if (at < 0 || !node.parentElement.checkVisibility()) continue;
    const place = (n) => {
      const range = document.createRange();
      range.setStart(node, at + n);
      range.setEnd(node, at + n + 1);
      return range.getBoundingClientRect();
    };
    const [first, last] = [place(0), place(text.length - 1)];
    if (first.width && last.width && first.top === last.top && last.left > first.left)
      wrong.push(node.parentElement.outerHTML.slice(0, 160));
  }
  return wrong;
}"""


class Worded(Maker):
    """Makes a world in which everything that takes any words says the same."""

    def __init__(self, here: Platform, words: str) -> None:
        self.words = words
        assert here.local
        super().__init__(here, here.local)

    def _new(self, kind: str, wish: Command) -> str:
        return super()._new(kind, self._worded(wish))

    def _do(self, wish: Command) -> None:
        super()._do(self._worded(wish))

    def _worded(self, wish: Command) -> Command:
        said = structs.asdict(wish)
        free = {
            n: self.words for n in FREE - {"capability", "medium"} if isinstance(said.get(n), str)
        }
        return structs.replace(wish, **free)


@contextmanager
def served(browser: Browser, folder: Path) -> Iterator[Page]:
    """Open a page on a server of a folder; nothing may fail or leave the host."""
    server, address = start_server(folder)
    context = browser.new_context(base_url=address)
    watch = Watched(context, address)
    try:
        yield context.new_page()
    finally:
        context.close()
        stop_server(server)
    assert watch.said == []
    assert watch.left == []


def held(page: Page, path: str) -> None:
    """Open a page that must be there and fit on a desk and on a phone."""
    answer = page.goto(path)
    assert answer
    assert answer.status == 200, path
    for width in SCREENS:
        page.set_viewport_size({"width": width, "height": 900})
        assert not page.evaluate(RUNS_OVER), f"{path} scrolls sideways at {width} px"


@pytest.mark.parametrize("words", [ENDLESS, RIGHT_TO_LEFT], ids=["endless", "right-to-left"])
def test_pages_hold_with_any_words(browser: Browser, tmp_path: Path, words: str) -> None:
    with closing(build(tmp_path / "data", local=True)) as platform:
        world: World = Worded(platform, words).make()
    of_it = [f"/pilots/{world.pilot}{each}" for each in OF_A_PILOT]
    with served(browser, tmp_path / "data") as page:
        seen = 0
        for path in (*LISTS, *REST, *of_it, *map(world.at, THINGS)):
            held(page, path)
            seen += page.get_by_text(words).count()
            if words == RIGHT_TO_LEFT:
                assert page.evaluate(FROM_THE_LEFT, words) == [], path
    assert seen > 100  # the words are there


def test_pages_hold_with_nothing_and_with_one_thing(browser: Browser, tmp_path: Path) -> None:
    for name in ("nothing", "one"):
        of_it: list[str] = []
        with closing(build(tmp_path / name, local=True)) as platform:
            if name == "one":
                assert platform.local
                asking, wish = CommandRequest(asker=platform.local), ProposePilot(title="One thing")
                pilot = platform.pilots.carry_out(asking, wish).stream("pilot")
                of_it = [f"/pilots/{pilot}{each}" for each in OF_A_PILOT]
        with served(browser, tmp_path / name) as page:
            for path in (*LISTS, *REST, *of_it):
                held(page, path)


def test_pages_hold_with_a_crowd(browser: Browser, tmp_path: Path, form: Form) -> None:
    with closing(build(tmp_path / "data", local=True)) as platform:
        pilot = Crowd(platform).tell(int(form(4_000, 50_000)))
    with served(browser, tmp_path / "data") as page:
        for path in (*LISTS, *(f"/pilots/{pilot}{each}" for each in OF_A_PILOT)):
            held(page, path)
