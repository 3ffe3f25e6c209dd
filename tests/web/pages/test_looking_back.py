"""Any page of the history can be shown as it was known on a day, or as it stood at a position."""

import pytest

from tests.support.machines.clock import Clock
from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import Node
from tests.support.stories.world import World

CHANGES = ("/log", "/start", "/close", "/correct", "/void", "/join", "/define-measure",
           "/plan-experiment", "/propose", "/learn", "/confirm",
           "/name-problem")  # fmt: skip  # a list to look up


def titles(page: Node) -> list[str]:
    return [n.text() for n in page.first("section", class_="feed").find("h3")]


def offered(page: Node) -> list[str]:
    """Return where the main part leads to a change."""
    main = page.first("main")
    forms = [n.attrs.get("action", "") for n in main.find("form") if "post" in n.attrs.values()]
    links = [n.attrs["href"].partition("?")[0] for n in main.find("a")]
    tabs = {link for link in links if link.startswith("/pilots/pilot-") and link.endswith("/log")}
    return [*forms, *(link for link in links if link.endswith(CHANGES) and link not in tabs)]


@pytest.fixture
def late(browser: Browser, world: World, clock: Clock) -> int:
    """Something logged on Thursday; the position of all that was there on Monday."""
    monday = browser.head()
    clock.pass_days(3)
    browser.sent("/log", {"pilot": world.pilot, "text": "Four days later", "learned": "Late."})
    return monday


@pytest.mark.parametrize("path", ["/", "/lessons", "/pilots", "/pilots/{pilot}"])
def test_an_earlier_day_hides_what_came_later_and_offers_no_change(
    browser: Browser, world: World, late: int, path: str
) -> None:
    assert late
    now = browser.page(world.at(path))
    then = browser.page(world.at(path) + "?as_of=2026-03-02")

    assert offered(now)
    assert offered(then) == []
    for new in ("Four days later", "Late."):
        assert new not in then.text()
    assert "As known on 2 Mar 2026, 23:59" in then.first("p", role="status").text()


@pytest.mark.parametrize("path", ["/", "/lessons", "/pilots", "/pilots/{pilot}"])
def test_an_earlier_position_does_too(browser: Browser, world: World, late: int, path: str) -> None:
    then = browser.page(f"{world.at(path)}?at={late}")

    assert offered(then) == []
    for new in ("Four days later", "Late."):
        assert new not in then.text()
    assert f"at position {late}" in then.first("p", role="status").text()


def test_the_day_before_there_was_no_such_pilot(browser: Browser, world: World) -> None:
    assert browser.get(f"/pilots/{world.pilot}?as_of=2026-03-01").status_code == 404
    assert browser.get(f"/pilots/{world.pilot}/events?at=1").status_code == 404
    assert browser.get(f"/pilots/{world.pilot}?at=0").status_code == 404


def test_today_and_the_future_are_now(browser: Browser, world: World) -> None:
    for day in ("2026-03-02", "2030-01-01", "9998-01-01"):
        page = browser.page(f"/pilots/{world.pilot}?as_of={day}")
        assert offered(page)
        assert not page.first("main").find("p", role="status")


def test_a_position_that_is_not_reached_yet_is_not_said_to_be_the_past(
    browser: Browser, world: World
) -> None:
    answer = browser.get(f"/pilots/{world.pilot}?at=999999")

    assert answer.status_code == 422 or "nothing can be changed" not in answer.text


def test_a_day_ends_in_the_readers_zone(browser: Browser, world: World, clock: Clock) -> None:
    clock.pass_days(0.25)  # Monday 15:00 UTC is Tuesday 04:00 in Auckland
    browser.sent("/log", {"pilot": world.pilot, "text": "In the afternoon"})
    clock.pass_days(2)
    path = f"/pilots/{world.pilot}?as_of=2026-03-02"

    assert "In the afternoon" in browser.page(path).text()
    there = browser.page(path, cookie="pilotlog-zone=Pacific/Auckland")
    assert "In the afternoon" not in there.text()


@pytest.mark.parametrize("day", ["20260302", "2026-W10-1"])
def test_a_day_written_in_another_way_ends_as_late(
    browser: Browser, world: World, late: int, day: str
) -> None:
    assert late
    answer = browser.get(f"/pilots/{world.pilot}?as_of={day}")

    assert answer.status_code == 422 or "Wrote a page" in answer.text


def test_a_back_dated_entry_stands_by_when_it_happened_or_by_when_it_was_said(
    browser: Browser, world: World, late: int
) -> None:
    assert late
    said = {"pilot": world.pilot, "text": "Remembered", "occurred_at": "2026-03-03T10:00"}
    browser.sent("/log", said)

    occurred = titles(browser.page(f"/pilots/{world.pilot}/log"))
    recorded = titles(browser.page(f"/pilots/{world.pilot}/log?axis=recorded"))

    assert recorded[0] == "Remembered"
    assert occurred.index("Remembered") == occurred.index("Four days later") + 1
    assert sorted(occurred) == sorted(recorded)


def test_the_way_back_to_now_and_the_links_keep_or_drop_the_day(
    browser: Browser, world: World, late: int
) -> None:
    page = browser.page(f"/pilots/{world.pilot}?as_of=2026-03-02&axis=recorded&at={late}")

    back = page.first("p", role="status").first("a").attrs["href"]
    assert back == f"/pilots/{world.pilot}?axis=recorded"
    assert f"/pilots?as_of=2026-03-02&at={late}&axis=recorded" in [
        n.attrs["href"] for n in page.find("a")
    ]
