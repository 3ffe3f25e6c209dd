"""Whoever saves over what another has written in the meantime sees both first."""

from typing import Any

import pytest

from tests.support.good_values import GOOD
from tests.support.machines.clock import Clock
from tests.support.pages.browser import Browser
from tests.support.pages.edits import ANOTHER_PART, EDITS, beside, disturbed, said_otherwise
from tests.support.pages.reading_pages import Node, read
from tests.support.stories.world import World
from tests.web.pages.commands.test_form import filled_in, form_of
from web.i18n.dates import as_typed

MEASURE = {"measure": "absent", "name": "Who missed it", "unit": "people"}


@pytest.fixture(autouse=True)
def moana(browser: Browser) -> None:
    """Somebody else is known, and there is another measure."""
    browser.sent("/people/register", {"name": "Moana"})


def opened(browser: Browser, path: str) -> dict[str, Any]:
    """Return what a form holds when it is opened."""
    return form_of(browser.page(path)).values()


def theirs_on(page: Node) -> list[Node]:
    return page.find("section", class_="card theirs")


def test_some_commands_replace_what_was_said() -> None:
    assert len(EDITS) > 15


@pytest.mark.parametrize("name", EDITS)
def test_what_was_overtaken_is_shown_with_both_and_can_be_sent_again(
    browser: Browser, world: World, clock: Clock, name: str
) -> None:
    path, mine = filled_in(world, name)
    seen = opened(browser, path)
    clock.pass_days(0.1)
    _, other = said_otherwise(world, name)
    browser.sent(path, seen | other | {"command_id": "another-form"})
    before = browser.head()

    answer = browser.send(path, seen | mine)

    assert (answer.status_code, browser.head()) == (409, before)
    page = read(answer.text)
    assert "Somebody else changed this" in page.first("p", role="alert").text()
    (theirs,) = theirs_on(page)
    assert len(theirs.find("article")) == 1
    assert theirs.first("p", class_="meta").first("span").text() == "You"
    assert theirs.first("time").attrs["datetime"].startswith("2026-03-02T11")
    kept = form_of(page).values()
    assert {key: kept[key] for key in mine} == mine | {
        key: as_typed(value) for key, value in mine.items() if isinstance(value, str)
    }
    assert kept["seen"] == str(before)
    wrote = [value for key, value in other.items() if value != mine[key] and key != "reason"]
    assert any(value in theirs.text() for value in wrote), theirs.text()

    done = browser.send(path, kept)

    assert done.status_code == 303, read(done.text).first("p", role="alert").text()
    assert GOOD[name].fact in [event.fact.stored_as for event in browser.stored(before)]


@pytest.mark.parametrize("name", disturbed())
def test_something_else_that_happened_to_the_same_thing_is_no_conflict(
    browser: Browser, world: World, name: str
) -> None:
    path, mine = filled_in(world, name)
    seen = opened(browser, path)
    browser.sent(*beside(world, name))

    assert browser.send(path, seen | mine).status_code == 303


@pytest.mark.parametrize("name", EDITS)
def test_what_happened_before_the_form_was_opened_is_no_conflict(
    browser: Browser, world: World, name: str
) -> None:
    browser.sent(*said_otherwise(world, name))
    path, mine = filled_in(world, name)

    assert browser.send(path, opened(browser, path) | mine).status_code == 303


@pytest.mark.parametrize("name", ANOTHER_PART)
def test_another_part_is_no_conflict(browser: Browser, world: World, name: str) -> None:
    browser.sent(f"/pilots/{world.pilot}/define-measure", MEASURE)
    path, mine = filled_in(world, name)
    seen = opened(browser, path)
    _, other = said_otherwise(world, name)
    browser.sent(path, other | ANOTHER_PART[name])

    assert browser.send(path, seen | mine).status_code == 303


@pytest.mark.parametrize("seen", ["", "-1", "x", "9" * 16])
def test_without_a_place_that_was_seen_nothing_is_compared(
    browser: Browser, world: World, seen: str
) -> None:
    path = f"/pilots/{world.pilot}/rename"
    browser.sent(path, {"title": "Theirs"})

    assert browser.send(path, {"title": "Mine", "seen": seen}).status_code == 303
