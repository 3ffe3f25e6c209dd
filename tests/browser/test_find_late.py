"""Find or do where answers come late, or keys before the page is ready."""

from playwright.sync_api import Page, expect

from tests.browser.test_find import found


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
    expect(found(page).first).to_contain_text("One night desk (sample)")
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
