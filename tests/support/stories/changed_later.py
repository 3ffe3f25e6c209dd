"""What somebody does in a world days later, and how the page of changes tells it."""

from domain.kernel.access import Asker
from pilots.commands.base import Command
from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import Node
from tests.support.stories.builders import ask
from tests.support.stories.world import World
from web.bootstrap import Platform


class Later:
    """What the owner does days after everything else, and the page that tells it."""

    def __init__(self, here: Platform, you: Asker, browser: Browser, world: World) -> None:
        self.here, self.you, self.browser, self.world = here, you, browser, world
        self.before = browser.head()

    def do(self, wish: Command, kind: str = "") -> str:
        return ask(self.here, self.you, wish).stream(kind)

    def page(self, query: str = "") -> Node:
        start = "" if "from=" in query else f"from={self.before}&"
        return self.browser.page(f"/pilots/{self.world.pilot}/changes?{start}{query}")


def told(page: Node) -> dict[str, str]:
    """Return the sign of each difference, by what it is about."""
    lists = page.find("ul", class_="changes")
    return {
        n.first("h3").text(): n.first("span", class_="vh").text()
        for each in lists
        for n in each.find("li")
    }


def counts(page: Node) -> list[str]:
    return [n.text()[1:] for n in page.first("nav", class_="legend").find("a")[1:]]
