"""Logging in a real browser, with a script and without, with a mouse and with keys alone."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reading import open_pilot
from tests.support.pages.chromium import LIVE


def log(page: Page, text: str, lesson: str = "") -> None:
    page.get_by_label("What happened?").fill(text)
    if lesson:
        page.get_by_label("What was learned?").fill(lesson)
    page.get_by_role("button", name="Log it").click()


@pytest.mark.parametrize("kind", ["page", "plain_page"])
def test_an_entry_with_a_lesson_is_logged_and_undone(
    kind: str, request: pytest.FixtureRequest
) -> None:
    page: Page = request.getfixturevalue(kind)
    text, lesson = f"Walked round {uuid4().hex[:8]}", f"It works {uuid4().hex[:8]}"
    open_pilot(page)

    log(page, text, lesson)

    row = page.locator("#logged li").filter(has_text=text)
    expect(row).to_contain_text(lesson)
    entry = page.locator("#feed li").filter(has=page.get_by_role("heading", name=text))
    expect(entry).to_be_visible()
    expect(page.get_by_label("What happened?")).to_have_value("")

    row.get_by_role("button", name="Undo").click()

    expect(row).to_contain_text("Taken back.")
    expect(entry.get_by_text("taken back")).to_be_visible()
    page.goto("/lessons?group=gone")
    kept = page.get_by_role("listitem").filter(has=page.get_by_role("link", name=lesson))
    expect(kept.get_by_text("taken back")).to_be_visible()


@pytest.mark.parametrize("kind", ["page", "plain_page"])
def test_what_was_typed_survives_a_refusal(kind: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(kind)
    open_pilot(page)
    page.get_by_label("What happened?").fill("A long talk")
    page.locator("#chip-more > summary").click()
    page.get_by_label("With", exact=True).fill("x" * 300)
    page.get_by_role("button", name="Log it").click()

    if kind == "page":
        refused = page.locator("#waiting li").filter(has_text="A long talk")
        expect(refused.locator(".error")).to_contain_text("200")
        refused.get_by_role("button", name="Edit").click()
    else:
        expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label("What happened?")).to_have_value("A long talk")


def test_the_button_stays_where_it_is_when_somebody_new_is_understood(page: Page) -> None:
    open_pilot(page)
    button = page.get_by_role("button", name="Log it")
    page.get_by_label("What happened?").fill("wrote it")
    before = button.evaluate("each => each.offsetTop")
    page.get_by_label("What happened?").fill("@Xiomara wrote it")

    expect(page.get_by_text("New here, and added as a guest")).to_be_visible()
    assert button.evaluate("each => each.offsetTop") == before


def test_keys_alone_are_enough(page: Page) -> None:
    text = f"By keys {uuid4().hex[:8]}"
    page.goto("/")
    page.keyboard.press("n")
    expect(page.get_by_label("What happened?")).to_be_focused()
    page.keyboard.type(text)
    page.keyboard.press("Control+Enter")

    expect(page.locator("#feed").get_by_role("link", name=text)).to_be_visible()
    expect(page.get_by_label("What happened?")).to_be_focused()
    page.get_by_role("link", name="Home").first.focus()
    page.keyboard.press("g")
    page.keyboard.press("l")
    expect(page.get_by_role("heading", level=1)).to_have_text("Lessons")
    page.wait_for_load_state()  # keys are heard once the scripts are there
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches(':focus-visible')")


@pytest.mark.parametrize("kind", ["page", "plain_page"])
def test_a_past_day_shows_what_was_known_then(kind: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(kind)
    day = (datetime.now(UTC) - timedelta(days=98)).date().isoformat()
    open_pilot(page)
    mark = page.locator("#timeline a.mark[aria-label^='The day crew reads']")
    expect(mark).to_have_count(1)
    page.locator(".as-of > summary").click()

    page.get_by_label("As of").fill(day)
    if kind == "plain_page":
        page.get_by_role("button", name="Go").click()
    else:
        page.get_by_label("As of").dispatch_event("change")

    expect(page.get_by_text("As known on 2")).to_be_visible()
    assert f"as_of={day}" in page.url
    expect(mark).to_have_count(0)
    expect(page.get_by_role("button", name="Log it")).to_have_count(0)
    page.get_by_role("link", name="Back to now").click()
    expect(page.get_by_role("button", name="Log it")).to_be_visible()


def test_after_a_save_title_crumbs_address_and_place_are_those_of_the_page(page: Page) -> None:
    open_pilot(page)
    home, title = page.url, page.title()
    page.get_by_role("link", name="Try something").click()
    page.get_by_label("Title").fill("Tried in the frame test")
    for label in ("What will you change?", "What do you expect?", "Why do you expect it?"):
        field = page.get_by_label(label)
        if field.count():
            field.fill("Because.")
    page.evaluate("window.stayed = true")
    page.locator("main form button[type=submit]").click()
    expect(page.locator("#toasts .toast")).to_be_visible()

    assert page.evaluate("window.stayed")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    assert page.evaluate("scrollY") == 0
    expect(page).to_have_title(title)
    expect(page.get_by_role("navigation", name="Breadcrumb")).to_contain_text("One night desk")
    expect(page.locator(".as-of > summary")).to_be_visible()
    assert page.url.startswith(home)
    expect(page.locator("#live")).to_have_class(LIVE)
    expect(page.locator("#rail [aria-current]")).to_have_text("Pilots")
