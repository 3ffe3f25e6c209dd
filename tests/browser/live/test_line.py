"""The line a window listens on: who else hears, and what happens when it is lost or hidden."""

from contextlib import closing
from pathlib import Path
from uuid import uuid4

from playwright.sync_api import Browser, Page, expect

from pilots.commands.participation import LogParticipation
from pilots.commands.pilot import ProposePilot
from tests.browser.reading import COUNTED, Log, entries, open_pilot
from tests.support.pages.chromium import LIVE
from tests.support.pages.web_server import start_server, stop_server
from tests.support.stories.builders import ask
from web.bootstrap import build


def test_two_people_see_each_other(reader: Page, other: Page) -> None:
    text = f"Seen by both {uuid4().hex[:8]}"
    other.goto("/")
    expect(other.locator("#live")).to_have_class(LIVE)
    reader.get_by_label("What happened?").fill(text)
    reader.get_by_role("button", name="Log it").click()
    expect(reader.locator("#feed").get_by_role("link", name=text)).to_be_visible()

    other.locator("#news").click()
    expect(other.locator("#feed").get_by_role("link", name=text)).to_be_visible()
    expect(reader.locator("#live")).to_have_class(LIVE)
    expect(reader.locator("#news")).to_be_hidden()  # what one did oneself is no news


def test_a_lost_line_is_said_and_found_again(browser: Browser, tmp_path: Path) -> None:
    with closing(build(tmp_path / "data", local=True)) as here:
        assert here.local
        pilot = ask(here, here.local, ProposePilot(title="Shared minutes")).stream("pilot")
        server, address = start_server(tmp_path / "data")
        page = browser.new_page(base_url=address)
        page.goto("/")
        expect(page.locator("#live")).to_have_class(LIVE)

        stop_server(server)
        expect(page.locator("#live")).to_have_text("Reconnecting")
        ask(here, here.local, LogParticipation(pilot=pilot, text="Meanwhile"))
    server, _ = start_server(tmp_path / "data", int(address.rpartition(":")[2]))
    expect(page.locator("#live")).to_have_class(LIVE)
    page.get_by_role("button", name="1 new: show").click()
    expect(page.locator("#feed")).to_contain_text("Meanwhile")
    page.close()
    stop_server(server)


HIDE = """(hidden) => {
  Object.defineProperty(document, "hidden", { value: !!hidden, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def test_a_hidden_window_pauses_and_catches_up(reader: Page, log: Log) -> None:
    before, asked = entries(reader), []
    reader.on("request", lambda request: asked.append(request.url))
    reader.evaluate(HIDE, 1)
    expect(reader.locator("#live")).to_have_text("Paused")
    log(f"Unseen {uuid4().hex[:8]}")
    assert asked == []

    reader.evaluate(HIDE, 0)
    expect(reader.locator(COUNTED)).to_contain_text(f"{before + 1} entries")
    expect(reader.locator("#live")).to_have_class(LIVE)


def test_a_page_of_the_past_hears_nothing(page: Page) -> None:
    open_pilot(page)
    expect(page.locator("#live")).to_have_class(LIVE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{page.url}?at=600")
    page.wait_for_load_state("networkidle")

    expect(page.get_by_text("As shown at position")).to_be_visible()
    assert not [url for url in asked if "/live?" in url]
    assert page.locator("#live").count() == 0
