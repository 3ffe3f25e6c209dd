"""A manager comes to a saved decision in few steps, with a script and without."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import Watched
from tests.support.pages.web_server import start_server, stop_server
from web.sample import tell_sample

FEW = 4
OF_A_REVIEW = 10


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A sample programme of its own, which decisions change; those come last."""
    folder = tmp_path_factory.mktemp("deciding")
    tell_sample(folder)
    server, address = start_server(folder)
    yield address
    stop_server(server)


class Hand:
    """Somebody's hand: each click and each field that is filled in counts."""

    def __init__(self) -> None:
        self.moves = 0

    def click(self, place: Locator) -> None:
        self.moves += 1
        place.click()

    def fill(self, place: Locator, text: str) -> None:
        self.moves += 1
        place.fill(text)


def line_of(page: Page) -> Locator:
    return page.locator(".line", has=page.get_by_role("link", name="One night desk", exact=True))


def decide(page: Page, hand: Hand) -> None:
    """Go from the review to a decision about the pilot whose end was moved twice."""
    page.goto("/review")
    hand.click(page.get_by_role("link", name="Decide about One night desk"))
    page.get_by_role("heading", name="How should One night desk go on?").wait_for()
    assert "The end was moved 2 times" in page.locator(".speaks-against").inner_text()
    hand.click(page.locator(".verdict", has_text="Go on"))
    hand.fill(page.get_by_label("What do you expect to come of it?"), "Half in the first call.")
    hand.click(page.get_by_role("button", name="Decide: go on"))
    expect(line_of(page).locator(".line-done")).to_have_text("Decided: go on")
    assert urlsplit(page.url).path == "/review"


def form_of_the_night_desk(page: Page) -> str:
    page.goto("/pilots")
    pilot = page.get_by_role("link", name="One night desk").get_attribute("href")
    return f"{pilot}/take-decision"


def test_ticking_counts_anew_and_leaves_focus_and_text_alone(
    watched: tuple[BrowserContext, Watched],
) -> None:
    page = watched[0].new_page()
    page.goto(form_of_the_night_desk(page))
    page.get_by_label("What do you expect to come of it?").fill("Half typed")
    page.get_by_text("Add another reason").click()
    box = page.get_by_role("checkbox", name="We had six words")
    box.focus()
    page.keyboard.press("Space")

    page.get_by_text(re.compile(r"of 3 reasons rest on evidence: 67 % grounded")).wait_for()
    assert page.evaluate("document.activeElement.id") == box.get_attribute("id")
    assert box.is_checked()
    assert page.get_by_label("What do you expect to come of it?").input_value() == "Half typed"
    page.keyboard.press("Space")
    page.get_by_text("2 of 2 reasons rest on evidence: 100 % grounded").wait_for()
    assert not box.is_checked()


def test_check_does_so_without_a_script(plain_page: Page) -> None:
    page = plain_page
    page.goto(form_of_the_night_desk(page))
    page.get_by_text("Add another reason").click()
    page.get_by_role("checkbox", name="We had six words").check()
    page.get_by_label("What do you expect to come of it?").fill("Half typed")
    page.get_by_role("button", name="Check").click()

    page.get_by_text("2 of 3 reasons rest on evidence: 67 % grounded").wait_for()
    assert page.get_by_label("What do you expect to come of it?").input_value() == "Half typed"


@pytest.mark.parametrize("verdict", ["Grow", "Stop", "Change course"])
def test_the_gates_of_a_verdict_show_once_it_is_chosen(plain_page: Page, verdict: str) -> None:
    page = plain_page
    page.goto(form_of_the_night_desk(page))
    reason = page.get_by_label("Reason to go on without")
    assert not reason.is_visible()

    page.get_by_role("radio", name=verdict).check()

    shown = [text for text in page.locator("#gates .gates-of:visible").all_inner_texts() if text]
    assert [verdict.lower() in text.lower() for text in shown] == [True] * (
        verdict != "Change course"
    )
    assert reason.is_visible() == (verdict != "Change course")


def test_a_manager_decides_within_four_interactions(page: Page) -> None:
    hand = Hand()
    decide(page, hand)

    assert page.locator("#toasts .toast").inner_text().startswith("Saved.")
    line_of(page).get_by_role("link", name="Decided: Go on").click()
    page.get_by_role("heading", name="Go on", level=1).wait_for()
    assert "Half in the first call." in page.locator("main").inner_text()
    assert "2 of 2 reasons rested on evidence" in page.locator("main").inner_text()
    assert "To be looked at again on" in page.locator("main").inner_text()
    assert 0 < hand.moves <= FEW


def test_it_goes_as_well_without_a_script(plain_page: Page) -> None:
    hand = Hand()
    decide(plain_page, hand)

    line_of(plain_page).get_by_role("link", name="Decided: Go on").click()
    assert "Half in the first call." in plain_page.locator("main").inner_text()
    assert 0 < hand.moves <= FEW


def test_a_manager_reviews_the_sample_within_ten_interactions(page: Page) -> None:
    hand = Hand()
    page.goto("/")
    hand.click(page.get_by_role("link", name="Review").first)
    held = line_of(page).get_by_role("button", name="It held")
    if held.count():  # unless another test has said so
        hand.click(held)
        page.get_by_role("heading", name="Review", level=1).wait_for()
        expect(held).to_have_count(0)
    decide(page, hand)
    hand.click(page.locator("details.closing > summary"))
    hand.click(page.locator("details.closing").get_by_role("button", name="Yes, close"))

    page.get_by_text("Nothing moved since").or_(page.get_by_text("was closed on")).first.wait_for()
    assert 0 < hand.moves <= OF_A_REVIEW
