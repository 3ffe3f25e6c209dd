"""What htmx is answered carries the frame along, so that it is the one of the page shown."""

import pytest

from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import Node, read
from tests.support.stories.world import World
from tests.web.http.test_responses_to_htmx import PARTIAL
from web.http.navigation import KEYS, PLACES

PAGES = (
    "/",
    "/pilots",
    "/pilots/{pilot}",
    "/pilots/{pilot}?as_of=2026-03-02",
    "/pilots/{pilot}/insights",
    "/pilots/{pilot}/events",
    "/pilots/{pilot}/sheet",
    "/pilots/{pilot}/plan-experiment",
    "/entries/{entry}",
    "/rules",
    "/compare",
    "/log",
    "/search?q=we",
    "/find",
    "/review",
    "/together",
    "/pilots/{pilot}/changes",
    "/pilots/{pilot}/take-decision",
    "/decisions/{decision}",
)
FRAME = (("nav", "rail"), ("header", "top"), ("nav", "tabbar"))


def frame_of(page: Node) -> dict[str, object]:
    """Return what the frame of a page says: text, links, and the values of its forms."""
    told: dict[str, object] = {"title": page.first("title").text()}
    for tag, name in FRAME:
        part = page.first(tag, id=name)
        links = [(a.text(), a.attrs["href"], a.attrs.get("aria-current")) for a in part.find("a")]
        forms = [form.values() for form in part.find("form")]
        told[name] = part.text(), links, forms
    return told


@pytest.mark.parametrize("path", PAGES)
def test_a_part_brings_the_frame_of_its_page(browser: Browser, world: World, path: str) -> None:
    whole, part = browser.page(world.at(path)), browser.page(world.at(path), **PARTIAL)

    assert frame_of(part) == frame_of(whole)
    oob = [part.first(tag, id=name).attrs["hx-swap-oob"] for tag, name in FRAME]
    assert oob == ["outerMorph"] * len(FRAME)


def test_after_a_save_the_frame_is_the_one_of_the_page_it_leads_to(
    browser: Browser, world: World
) -> None:
    said = {"title": "Other minutes", "back": world.at("/pilots/{pilot}")}
    part = browser.done(world.at("/pilots/{pilot}/rename"), said, **PARTIAL)

    assert part.first("title").text() == "Other minutes · Pilotlog"
    top = part.first("header", id="top")
    assert top.first("nav").find("span", aria_current="page")[0].text() == "Other minutes"
    assert top.first("form", class_="card as-of-panel")
    assert part.first("nav", id="rail").first("a", aria_current="page").text() == "Pilots"


def test_the_help_lists_every_key_and_every_letter_once(browser: Browser) -> None:
    said = browser.page("/").first("dialog", id="keys")

    assert [each.does for each in KEYS if str(each.does) not in said.text()] == []
    letters = {a.attrs["data-letter"]: a.attrs["href"] for a in said.find("a")}
    assert letters == {each.letter: each.href for each in PLACES if each.letter}
    assert len({each.letter for each in PLACES if each.letter}) == len(letters)


def test_every_place_is_there(browser: Browser) -> None:
    assert {each.href: browser.get(each.href).status_code for each in PLACES} == {
        each.href: 200 for each in PLACES
    }


def test_nobody_who_is_signed_out_is_offered_to_find(manager: Browser) -> None:
    page = read(Browser(manager.platform).get("/login").text)

    assert not page.find("dialog", id="find")
    assert not page.find("a", class_="find")
