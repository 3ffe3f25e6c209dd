"""Find or do: with keys alone, a mouse, no script, and where answers or the page come late."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.reading import open_pilot
from tests.support.pages.axe import violations


def found(page: Page) -> Locator:
    """Return what the dialog lists."""
    return page.locator("#found [role=option]")


def test_keys_alone_find_a_pilot(page: Page) -> None:
    page.goto("/lessons")
    page.keyboard.press("Control+k")
    field = page.get_by_role("combobox", name="Find or do")
    expect(field).to_be_focused()
    expect(found(page)).to_have_count(9)
    page.keyboard.type("night de")

    first = found(page).first
    expect(first).to_contain_text("One night desk")
    expect(first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    second = found(page).nth(1)
    expect(second).to_have_attribute("aria-selected", "true")
    expect(first).to_have_attribute("aria-selected", "false")
    assert field.get_attribute("aria-activedescendant") == second.get_attribute("id")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(found(page).last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("One night desk")


def test_something_is_done_in_the_pilot_one_is_on(page: Page) -> None:
    open_pilot(page)
    page.get_by_role("link", name="Find or do…").click()
    page.keyboard.type("pause")
    found(page).filter(has_text="Pause the pilot").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Pause the pilot")


def test_escape_leads_back_and_nothing_is_lost(page: Page) -> None:
    page.goto("/")
    page.get_by_label("What happened?").fill("Unfinished")
    page.keyboard.press("Control+k")
    page.keyboard.type("no such thing")
    expect(found(page)).to_have_count(1)
    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_label("What happened?")).to_be_focused()
    expect(page.get_by_label("What happened?")).to_have_value("Unfinished")
    page.keyboard.press("Control+k")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Search")


def test_letters_lead_to_places_but_not_while_typing(page: Page) -> None:
    page.goto("/pilots")
    page.keyboard.press("g")
    page.keyboard.press("l")
    expect(page.get_by_role("heading", level=1)).to_have_text("Lessons")
    page.wait_for_load_state()  # keys are heard once the scripts are there
    page.keyboard.press("Control+k")
    page.keyboard.type("gp?")
    expect(page.get_by_role("combobox")).to_have_value("gp?")
    assert page.url.endswith("/lessons")


def test_a_key_pressed_as_the_dialog_closes_is_not_lost(page: Page) -> None:
    page.goto("/pilots")
    page.keyboard.press("Control+k")
    expect(found(page).first).to_be_visible()
    page.evaluate("""() => {
        document.querySelector("#find").close(); // its field keeps the focus until the next frame
        const pressed = new KeyboardEvent("keydown", { key: "?", bubbles: true });
        document.activeElement.dispatchEvent(pressed);
    }""")

    expect(page.get_by_role("heading", name="Keys")).to_be_visible()


@pytest.mark.parametrize(("theme", "width"), [("light", 1440), ("dark", 390)])
def test_the_dialog_and_the_help_are_accessible(page: Page, theme: str, width: int) -> None:
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]  # light or dark
    page.set_viewport_size({"width": width, "height": 800})
    open_pilot(page)
    page.keyboard.press("Control+k")
    expect(found(page).first).to_be_visible()
    assert violations(page, "#find") == []
    page.keyboard.press("Escape")
    expect(page.locator("#find")).to_be_hidden()
    page.keyboard.press("?")
    expect(page.get_by_role("heading", name="Keys")).to_be_visible()
    assert violations(page, "#keys") == []


def test_without_a_script_it_is_a_page(plain_page: Page) -> None:
    open_pilot(plain_page)
    plain_page.get_by_role("link", name="Find or do…").click()
    plain_page.get_by_label("What to find or do").fill("pause")
    plain_page.get_by_role("button", name="Find").click()
    plain_page.get_by_role("link", name="Pause the pilot").click()

    expect(plain_page.get_by_role("heading", level=1)).to_have_text("Pause the pilot")


def test_what_was_chosen_stays_chosen_when_answers_come_late(page: Page) -> None:
    page.goto("/lessons")
    page.keyboard.press("Control+k")
    expect(found(page)).to_have_count(9)
    page.keyboard.press("ArrowDown")
    second = found(page).nth(1)
    name = second.inner_text().splitlines()[0]
    with page.expect_response(lambda answer: "/find" in answer.url):
        page.evaluate("document.querySelector('#find-q').dispatchEvent(new Event('find'))")
    expect(found(page).filter(has_text=name).first).to_have_attribute("aria-selected", "true")
    page.wait_for_timeout(200)
    expect(second).to_have_attribute("aria-selected", "true")
    expect(found(page).first).to_have_attribute("aria-selected", "false")

    page.keyboard.type("night")
    expect(found(page).first).to_contain_text("One night desk")
    expect(found(page).first).to_have_attribute("aria-selected", "true")


def test_all_results_stay_chosen_when_answers_come_late(page: Page) -> None:
    page.goto("/lessons")
    page.keyboard.press("Control+k")
    expect(found(page)).to_have_count(9)
    page.keyboard.type("night")
    expect(found(page).last).to_contain_text("All results for “night”")
    page.keyboard.press("ArrowUp")
    expect(found(page).last).to_have_attribute("aria-selected", "true")

    page.evaluate(
        "() => { const field = document.querySelector('#find-q'); field.value = 'night de';"
        "field.dispatchEvent(new Event('find')); }"
    )
    expect(found(page).last).to_contain_text("All results for “night de”")
    expect(found(page).last).to_have_attribute("aria-selected", "true")


def test_what_is_chosen_while_an_answer_is_put_in_stays_chosen(page: Page) -> None:
    page.goto("/lessons")
    page.keyboard.press("Control+k")
    expect(found(page)).to_have_count(9)
    page.evaluate(
        "() => document.addEventListener('htmx:before:swap', () => {"
        "  const up = new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true });"
        "  document.querySelector('#find-q').dispatchEvent(up);"
        "}, { once: true })"
    )
    last = found(page).last
    name = last.inner_text().splitlines()[0]
    with page.expect_response(lambda answer: "/find" in answer.url):
        page.evaluate("document.querySelector('#find-q').dispatchEvent(new Event('find'))")
    page.wait_for_timeout(200)

    expect(last).to_contain_text(name)
    expect(last).to_have_attribute("aria-selected", "true")


def test_it_is_filled_also_where_it_was_opened_before_htmx_was_there(page: Page) -> None:
    page.add_init_script(
        "const soon = setTimeout; window.setTimeout = (does, wait = 500) => soon(does, wait);"
    )
    page.goto("/lessons")
    page.keyboard.press("Control+k")

    expect(page.get_by_role("combobox", name="Find or do")).to_be_focused()
    expect(found(page)).to_have_count(9)
