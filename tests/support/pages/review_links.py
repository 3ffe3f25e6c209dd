"""What tests of links to a review do: make one, and look at what is kept of it."""

from typing import Any

from sqlalchemy import select

from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import Node
from web.bootstrap import Platform

DAY = 86400


def form(page: Node, action: str) -> Node:
    """Return the form of a page that is sent to an address."""
    return next(n for n in page.find("form") if n.attrs.get("action", "").startswith(action))


def lend(browser: Browser, days: str = "14") -> str:
    """Make a link to the review that is shown, and return where it leads, as the page says."""
    asked = form(browser.page("/review"), "/review/share")
    answer = browser.send(asked.attrs["action"], asked.values() | {"days": days})
    assert answer.status_code == 303, answer.text
    assert "shared/" not in answer.headers["location"]
    page = browser.page("/review")
    return page.first("input", id="new-link").attrs["value"].removeprefix("http://localhost")


def rows(platform: Platform, table: Any) -> list[Any]:
    with platform.operations.connect() as db:
        return list(db.execute(select(table)))
