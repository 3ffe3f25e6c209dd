"""From an empty installation to the first entry within a minute, to the next in seconds."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Watched
from tests.support.pages.web_server import start_server, stop_server
from web.bootstrap import build

LETTER = 60 / (40 * 5)  # seconds, at 40 words of five letters a minute
PRESS = 2  # seconds to find a button and press it


class Somebody:
    """Types and presses as fast as people do, and counts."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.fields = 0

    def types(self, place: Locator, text: str) -> None:
        expect(place).to_be_focused()  # nobody had to look for it
        place.press_sequentially(text)
        self.seconds += len(text) * LETTER
        self.fields += 1

    def presses(self, place: Locator, key: str) -> None:
        place.press(key)
        self.seconds += PRESS


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The first page of an installation in which nothing is."""
    with closing(build(tmp_path / "data", local=True)):
        server, address = start_server(tmp_path / "data")
    context = browser.new_context(base_url=address)
    watch = Watched(context, address)
    page = context.new_page()
    page.goto("/")
    yield page
    context.close()
    stop_server(server)
    assert watch.said == []
    assert watch.left == []


def test_the_first_entry_is_logged_within_a_minute_in_four_fields_at_most(page: Page) -> None:
    somebody, what = Somebody(), page.get_by_label("What happened?")
    somebody.types(page.get_by_label("Our aim"), "nobody stays late because of the handover")
    somebody.presses(page.get_by_label("Our aim"), "Tab")
    known = page.get_by_label("How would you know?")
    somebody.types(known, "a handover goes from 20 to 5 minutes")
    somebody.presses(known, "Enter")
    somebody.types(what, "the board at six, with the night crew, 10 min")
    somebody.presses(what, "Enter")

    expect(page.locator("#feed")).to_contain_text("We tried the board at six")
    expect(page.locator("#result")).to_contain_text("from 20, target 5")
    assert somebody.fields <= 4
    assert somebody.seconds <= 60

    before = somebody.seconds
    somebody.types(what, "Asked Tomas how the other yard closes a fault, phone")
    somebody.presses(what, "Enter")
    expect(page.locator("#feed")).to_contain_text("Asked Tomas")
    assert somebody.seconds - before <= 20
