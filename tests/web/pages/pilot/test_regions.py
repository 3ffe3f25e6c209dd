"""A region that keeps up is fetched alone, on pages of now only, and says what the page says."""

import re

import pytest

from tests.support.pages.browser import Browser, pilots_of
from tests.support.pages.reading_pages import Node
from tests.support.stories.world import World
from tests.web.http.test_responses_to_htmx import PARTIAL

PLACES = {
    "/": 2,
    "/pilots/{pilot}": 5,
    "/pilots/{pilot}?axis=recorded&span=30d": 5,
    "/pilots/{pilot}/log?lane=lesson": 2,
    "/pilots/{pilot}/insights": 1,
    "/pilots/{pilot}/charter": 1,
    "/review": 1,
    "/review?from=2026-01-01&only=moved": 1,
    "/together": 1,
}  # how many regions keep up


def regions_of(page: Node) -> list[Node]:
    return [node for node in page.walk() if node.attrs.get("hx-trigger") == "live"]


def links_in(node: Node) -> list[str]:
    """Return where links lead, however much later they were written."""
    return [re.sub(r"to=[^&]+Z", "to=now", a.attrs["href"]) for a in node.find("a")]


@pytest.mark.parametrize("path", PLACES)
def test_every_region_can_be_fetched_alone(browser: Browser, world: World, path: str) -> None:
    page = browser.page(world.at(path))
    regions = regions_of(page)

    assert len(regions) == PLACES[path]
    for region in regions:
        alone = browser.page(region.attrs["hx-get"], **PARTIAL)
        (only,) = [each for each in alone.inside if isinstance(each, Node)]
        assert only.attrs | {"hx-nonce": ""} == region.attrs | {"hx-nonce": ""}
        assert only.text() == region.text()
        links = links_in(only)
        assert links == links_in(region)
        assert not [href for href in links if "part=" in href]


@pytest.mark.parametrize("cut", ["as_of=2026-02-20", "at=600"])
def test_a_page_of_the_past_does_not_listen(filled: Browser, cut: str) -> None:
    for path in ("/", f"/pilots/{pilots_of(filled)[-1]}", "/review", "/together"):
        page = filled.page(f"{path}?{cut}")
        assert regions_of(page) == []
        assert not page.find("span", id="live")
        assert filled.page(path).find("span", id="live")


def test_a_page_says_from_where_to_listen(browser: Browser, world: World) -> None:
    badge = browser.page(world.at("/pilots/{pilot}")).first("span", id="live")

    assert badge.attrs["data-after"] == str(browser.head())
    assert badge.attrs["data-pilot"] == world.at("{pilot}")
    assert badge.attrs["role"] == "status"
    assert badge.text() == ""  # until a script listens


@pytest.mark.parametrize("part", ["nothing", "main", "title", "", "../x"])
def test_a_region_that_is_none_does_no_harm(browser: Browser, world: World, part: str) -> None:
    assert browser.get(world.at(f"/pilots/{{pilot}}?part={part}"), **PARTIAL).status_code == 200


def test_without_htmx_a_part_is_the_whole_page(browser: Browser, world: World) -> None:
    assert browser.page(world.at("/pilots/{pilot}?part=feed")).find("html")
