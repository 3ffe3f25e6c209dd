"""Days in a browser: typed or picked, in the language that was chosen, by mouse and by key."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_pages import go_to


def at_the_day(page: Page, language: str) -> None:
    """Go to the form of a decision, in a language, where the day is set to 14 January."""
    page.request.post("/language", form={"language": language, "back": "/"})
    go_to(page, "pilot")
    page.goto(f"{page.url.partition('?')[0]}/take-decision")
    page.wait_for_load_state()
    page.locator("#f-revisit_on").fill("14.1.2027")
    page.locator("#f-revisit_on").evaluate("field => field.dataset.day = '2027-01-14'")


@pytest.mark.parametrize(
    ("language", "month", "before", "picked"),
    [
        ("en", "January", "Month before", "15 Jan 2027"),
        ("de", "Januar", "Voriger Monat", "15. Jan. 2027"),
    ],
)
def test_a_day_is_picked_by_key_in_the_language_chosen(
    page: Page, language: str, month: str, before: str, picked: str
) -> None:
    at_the_day(page, language)
    page.locator("#f-revisit_on ~ .pick-day").click()
    sheet = page.locator(".day-sheet")
    expect(sheet).to_contain_text(before)
    expect(sheet.get_by_text(month, exact=True)).to_be_visible()
    expect(sheet.locator("button[aria-pressed=true]")).to_be_focused()

    page.keyboard.press("ArrowRight")
    expect(sheet.locator("button:focus")).to_have_text("15")
    page.keyboard.press("Enter")

    expect(page.locator("#f-revisit_on")).to_have_value(picked)
    expect(page.locator("#f-revisit_on")).to_be_focused()
    expect(sheet).to_have_count(0)


def test_escape_leaves_the_day_as_it_was(page: Page) -> None:
    at_the_day(page, "en")
    page.locator("#f-revisit_on ~ .pick-day").click()
    expect(page.locator(".day-sheet")).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.locator(".day-sheet")).to_have_count(0)
    expect(page.locator("#f-revisit_on")).to_have_value("14.1.2027")


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1440, 1920])
def test_the_calendar_lies_within_the_window(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    at_the_day(page, "de")
    page.locator("#f-revisit_on ~ .pick-day").click()
    expect(page.locator(".day-sheet button[aria-pressed=true]")).to_be_focused()

    box = page.locator(".day-sheet").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert 0 <= box["y"] <= box["y"] + box["height"] <= 700


def test_the_day_one_looks_back_to_is_picked_too(page: Page) -> None:
    go_to(page, "pilot")
    page.locator(".as-of > summary").click()
    page.locator("#as-of").fill("1.8.2026")
    page.locator("#as-of").press("Enter")
    expect(page.locator(".as-of > summary")).to_contain_text("1 Aug 2026")
