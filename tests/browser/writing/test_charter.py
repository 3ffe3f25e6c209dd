"""The charter in a browser: a line is edited where it stands, in two interactions."""

from playwright.sync_api import Page, expect

from tests.browser.test_pages import go_to


def test_a_line_is_edited_where_it_stands(page: Page) -> None:
    go_to(page, "charter")
    page.wait_for_load_state()
    address = page.url
    line = page.locator(".charter > div").filter(has_text="What we ask of people").locator("dd")
    before = line.inner_text().partition("\n")[0].strip()
    pencil = page.get_by_role("link", name="Edit what we ask of people")

    pencil.click()
    field = line.locator("textarea").first
    expect(field).to_be_focused()
    assert before in field.input_value()
    expect(line.get_by_text("optional")).not_to_be_visible()
    page.keyboard.press("Escape")
    expect(line.locator("textarea")).to_have_count(0)

    pencil.click()
    expect(field).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Every night.")
    page.keyboard.press("Enter")

    expect(line).to_contain_text("Every night.")
    assert page.url.partition("?")[0] == address


def test_without_a_script_the_pencil_leads_to_the_form(plain_page: Page) -> None:
    go_to(plain_page, "charter")
    plain_page.get_by_role("link", name="Edit what we ask of people").click()
    expect(plain_page.locator("main form textarea").first).to_be_visible()
