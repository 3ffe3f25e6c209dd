"""The axe, put into a page once however often it looks at it."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

IS_THERE = "window.axe !== undefined"
SHOWN = {"resultTypes": ["violations"], "preload": False}  # no rule of today needs what it fetches
LOOK = "async ([where, options]) => (await axe.run(where || document, options)).violations"


def violations(page: Page, where: str = "", **options: Any) -> list[str]:
    """Return what is not accessible within a selector, or on the page: each rule, and where."""
    if not page.evaluate(IS_THERE):
        page.evaluate(Axe().axe_script)
    found = page.evaluate(LOOK, [where, SHOWN | options])
    return [f"{each['help']} ({each['id']}): {_places(each)}" for each in found]


def _places(violation: dict[str, Any]) -> str:
    return ", ".join(str(node["target"]) for node in violation["nodes"])
