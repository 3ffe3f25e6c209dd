"""Where htmx asks for a part, the answer is the main part, with the toast travelling along."""

import pytest

from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import read
from tests.support.stories.world import World

PARTIAL = {"hx_request": "true", "hx_request_type": "partial"}


@pytest.mark.parametrize("path", ["/", "/pilots", "/lessons", "/log", "/pilots/{pilot}", "/login"])
def test_a_part_is_the_main_part_alone(browser: Browser, world: World, path: str) -> None:
    whole = browser.page(world.at(path))
    part = browser.page(world.at(path), **PARTIAL)

    for tag in ("html", "head", "body", "main", "script", "link"):
        assert not part.find(tag)
    assert part.first("h1").text() == whole.first("h1").text()
    assert len(part.find("h1")) == 1
    assert part.first("title").text() == whole.first("title").text()


def test_what_was_done_is_said_out_of_band(browser: Browser, shown: str) -> None:
    part = browser.done("/log", {"pilot": shown, "text": "Wrote minutes"}, **PARTIAL)

    toast = part.first("div", id="toasts")
    assert toast.attrs["hx-swap-oob"] == "innerHTML"
    assert toast.first("span").text() == "Logged."
    assert part.first("section", id="feed").first("li").first("a").text() == "Wrote minutes"


def test_a_refusal_comes_as_a_part_too(browser: Browser, shown: str) -> None:
    said = {"pilot": shown, "text": "Wrote minutes", "minutes": "-1"}
    answer = browser.send("/log", said, **PARTIAL)

    assert answer.status_code == 422
    part = read(answer.text)
    assert not part.find("html")
    assert "Minutes" in part.first("p", role="alert").text()
    assert part.first("textarea", name="text").raw() == "Wrote minutes"
    assert not part.first("div", id="toasts").text()


def test_what_is_missing_comes_as_a_part_too(browser: Browser) -> None:
    answer = browser.get("/pilots/pilot-0", **PARTIAL)

    assert answer.status_code == 404
    assert not read(answer.text).find("html")


def test_a_history_restored_by_htmx_is_a_whole_page(browser: Browser) -> None:
    assert browser.page("/", hx_request="true", hx_request_type="full").find("html")


def test_part_and_page_are_told_apart_by_caches(browser: Browser) -> None:
    assert browser.get("/").headers["cache-control"] == "no-store"
