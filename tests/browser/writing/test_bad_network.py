"""Logging on a bad network: nothing is lost, nothing is doubled, the line is ready at once."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.reading import open_pilot
from tests.support.machines.pace import Form

SLOW = 1500  # milliseconds an answer is held back
AT_ONCE = 50  # milliseconds until the line is empty
EMPTIED = """() => new Promise((done) => {
  const line = document.querySelector("#what");
  const began = performance.now();
  const enter = { key: "Enter", bubbles: true, cancelable: true };
  line.dispatchEvent(new KeyboardEvent("keydown", enter));
  const look = () => (line.value ? requestAnimationFrame(look) : done(performance.now() - began));
  look();
})"""
Fault = Callable[[Route], None]


@pytest.fixture
def far_out(browser: Browser, address: str) -> Iterator[Page]:
    """A page that may lose its network, which browsers complain of."""
    context = browser.new_context(base_url=address)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def lost_on_the_way(route: Route) -> None:
    route.abort("connectionreset")


def answer_lost(route: Route) -> None:
    """Let it arrive, and lose what the server says."""
    route.fetch()
    route.abort("connectionreset")


def server_in_trouble(route: Route) -> None:
    route.fulfill(status=503, body="")


FAULTS: tuple[Fault, ...] = (lost_on_the_way, answer_lost, server_in_trouble)


def log(page: Page, text: str) -> None:
    page.locator("#what").fill(text)
    page.keyboard.press("Enter")


def state(page: Page, name: str) -> Locator:
    return page.locator(f"#waiting li [data-state={name}]")


def told_once(page: Page, text: str) -> None:
    page.reload()
    expect(page.locator("#waiting li")).to_have_count(0)
    expect(page.locator("#feed").get_by_role("link", name=text)).to_have_count(1)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
@pytest.mark.parametrize("comes_back", ["reload", "another window", "online"])
def test_what_fails_once_is_stored_once(
    far_out: Page, fault: Fault, comes_back: str, form: Form
) -> None:
    page, trials = far_out, int(form(1, 12))
    for _ in range(trials):
        text = f"Off the grid {uuid4().hex[:8]}"
        open_pilot(page)
        page.route("**/log", fault, times=1)
        log(page, text)
        expect(page.locator("#what")).to_have_value("")
        expect(state(page, "waiting")).to_be_visible()

        if comes_back == "reload":
            page.reload()
        elif comes_back == "another window":
            other = page.context.new_page()
            other.goto(page.url)
            expect(other.locator("#waiting li")).to_have_count(0)
            other.close()
        else:
            page.evaluate("window.dispatchEvent(new Event('online'))")
        expect(page.locator("#logged li").first).to_contain_text(text)
        told_once(page, text)


def test_without_a_network_it_is_said_kept_and_sent_with_its_own_time(far_out: Page) -> None:
    page, texts = far_out, [f"Off the grid {uuid4().hex[:8]}" for _ in range(2)]
    open_pilot(page)
    page.context.set_offline(offline=True)
    for text in texts:
        log(page, text)

    expect(page.locator("#offline")).to_contain_text("No network")
    expect(page.locator("#waiting li")).to_have_count(2)
    expect(page.locator("#waiting li").first).to_contain_text(texts[1])
    page.context.set_offline(offline=False)

    expect(page.locator("#offline")).to_be_hidden()
    for text in texts:
        told_once(page, text)


def test_a_double_press_logs_once(far_out: Page) -> None:
    page, text = far_out, f"Pressed twice {uuid4().hex[:8]}"
    open_pilot(page)
    page.locator("#what").fill(text)
    page.get_by_role("button", name="Log it").dblclick()

    expect(page.locator("#logged li").first).to_contain_text(text)
    told_once(page, text)


def test_what_is_refused_can_be_mended_and_what_waits_behind_it_goes_on(far_out: Page) -> None:
    page, text = far_out, f"Off the grid {uuid4().hex[:8]}"
    open_pilot(page)
    page.context.set_offline(offline=True)
    page.locator("#what").fill(text)
    page.locator("#chip-more > summary").click()
    page.get_by_label("With", exact=True).fill("x" * 300)
    page.locator("#what").press("Enter")
    log(page, f"{text} behind")
    page.context.set_offline(offline=False)

    expect(page.locator("#logged li").first).to_contain_text(f"{text} behind")
    refused = page.locator("#waiting li")
    expect(refused).to_have_count(1)
    page.reload()
    refused.get_by_role("button", name="Edit").click()
    expect(page.locator("#what")).to_have_value(text)
    expect(refused).to_have_count(0)


def test_what_another_person_typed_here_is_neither_shown_nor_sent(far_out: Page) -> None:
    page, text = far_out, f"Not mine {uuid4().hex[:8]}"
    open_pilot(page)
    page.evaluate(
        """(text) => localStorage.setItem("pilotlog-queue:person-other", JSON.stringify([
          { id: crypto.randomUUID(), fields: [["text", text]], state: "waiting", tries: 1 }]))""",
        text,
    )
    page.reload()
    page.evaluate("window.dispatchEvent(new Event('online'))")
    log(page, f"Mine {uuid4().hex[:8]}")

    expect(page.locator("#logged li").first).to_contain_text("Mine")
    expect(page.get_by_text(text)).to_have_count(0)
    assert text in page.evaluate("localStorage.getItem('pilotlog-queue:person-other')")


def test_the_line_is_empty_at_once_however_slow_the_answer(far_out: Page) -> None:
    page, text, held = far_out, f"Slow {uuid4().hex[:8]}", list[Route]()
    open_pilot(page)
    page.route("**/log", lambda route: held.append(route), times=1)  # noqa: PLW0108  # Playwright marks it
    page.locator("#what").fill(text)

    assert page.evaluate(EMPTIED) < AT_ONCE
    expect(state(page, "saving")).to_be_visible()
    page.wait_for_timeout(SLOW)
    expect(state(page, "saving")).to_be_visible()
    held[0].continue_()
    expect(page.locator("#waiting li")).to_have_count(0)
    told_once(page, text)
