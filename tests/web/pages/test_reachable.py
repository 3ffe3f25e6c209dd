"""Every form can be got to by following links from the front page."""

from collections import deque
from urllib.parse import urlsplit

from pilots.commands import COMMANDS
from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import Node, read
from tests.support.stories.world import World
from web.http.urls import form_of

ADDRESSES_AT_MOST = 400  # addresses in a small world, each without its query
ELSEWHERE = ("/static/", "/api/")


def links_on(page: Node) -> list[str]:
    found = [n.attrs["href"] for n in page.find("a") if n.attrs.get("href", "").startswith("/")]
    return [urlsplit(href).path for href in found if not href.startswith(ELSEWHERE)]


def crawl(browser: Browser, *starts: str) -> dict[str, str]:
    """Return each address a person gets to, with the page that led there."""
    came, todo = dict.fromkeys(starts, ""), deque(starts)
    while todo and len(came) < ADDRESSES_AT_MOST:
        here = todo.popleft()
        answer = browser.get(here)
        assert answer.status_code == 200, f"{came[here]} leads to {here}: {answer.status_code}"
        for href in links_on(read(answer.text)):
            if href not in came:
                came[href] = here
                todo.append(href)
    assert len(came) < ADDRESSES_AT_MOST
    return came


def fits(pattern: str, path: str) -> bool:
    """Tell whether an address is of a form; a brace stands for any id."""
    parts, said = pattern.split("/"), path.split("/")
    return len(parts) == len(said) and all(
        one == two or one.startswith("{") for one, two in zip(parts, said, strict=True)
    )


def reached(came: dict[str, str]) -> set[str]:
    kinds = COMMANDS.values()
    return {kind.called for kind in kinds if any(fits(form_of(kind), path) for path in came)}


def test_links_lead_to_every_form(browser: Browser, world: World) -> None:
    came = crawl(browser, world.at("/"))

    assert set(COMMANDS) == reached(came)
