"""Somebody who fills in forms in a real browser: opens them, types, chooses, and sends."""

from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Locator, Page

from tests.browser.conftest import Watched
from tests.support.stories.world import Maker, World
from web.bootstrap import build

KINDS = "form => Object.fromEntries([...form.elements].map(one => [one.name, one.localName]))"
BOXES = """form => [...form.elements]
  .filter(one => ["checkbox", "radio"].includes(one.type)).map(one => one.name)"""
SEEN = """() => ({
  toast: document.querySelector("#toasts .toast > span")?.textContent ?? "",
  alerts: [...document.querySelectorAll("main [role=alert]")].map(one => one.textContent.trim()),
  title: document.querySelector("main h1").textContent,
  stayed: window.stayed === true,
})"""


class Place(NamedTuple):
    """A world that is served, and where."""

    address: str
    world: World


class Visitor:
    """Somebody at one window of a browser, with scripts or without."""

    def __init__(self, page: Page, watch: Watched, *, scripts: bool) -> None:
        self.page = page
        self.watch = watch
        self.scripts = scripts

    def open(self, address: str, path: str, back: str = "/") -> None:
        """Open a page as if a link on another one led there."""
        self.page.goto(address + path, referer=address + back, wait_until="domcontentloaded")

    def fill(self, said: dict[str, Any]) -> None:
        """Type each value into its control, or choose it there."""
        form = self.form()
        kinds = form.evaluate(KINDS)
        boxes = form.evaluate(BOXES)
        first, last = ("learned", *boxes), ("text",)  # what opens others, and what moves them
        order = [*first, *(name for name in said if name not in (*first, *last)), *last]
        for name, value in sorted(said.items(), key=lambda each: order.index(each[0])):
            control = form.locator(f'[name="{name}"]')
            for folded in control.first.locator("xpath=ancestor::details[not(@open)]").all():
                folded.locator("> summary").click()
            if name in boxes:
                for each in value if isinstance(value, list) else [value]:
                    form.locator(f'[name="{name}"][value="{each}"]').check()
            elif kinds[name] == "select":
                control.select_option(value)
            else:
                control.fill(value)

    def send(self) -> None:
        """Press the button; with scripts the page itself must stay where it is."""
        if self.scripts:
            self.page.evaluate("window.stayed = true")
        self.form().locator("button[type=submit]").first.click()

    def see(self, selector: str) -> dict[str, Any]:
        """Wait until something is shown; return what the page then says in all."""
        self.page.locator(selector).first.wait_for()
        told: dict[str, Any] = self.page.evaluate(SEEN)
        return told

    def form(self) -> Locator:
        """Return the form of the page."""
        return self.page.locator("main form[method=post]").first

    def facts(self, address: str, after: int) -> list[dict[str, Any]]:
        """Return what is stored after a position, as the API tells it."""
        asked = self.page.context.request.get(f"{address}/api/v1/events?after={after}")
        told: list[dict[str, Any]] = asked.json()["events"]
        return told


def make_world(folder: Path) -> World:
    """Make a world in a folder, for a server to serve."""
    with closing(build(folder, local=True)) as here:
        assert here.local
        return Maker(here, here.local).make()
