"""What a save leaves behind: the page one was on, whole."""

from playwright.sync_api import Page, expect

from tests.browser.test_logging import open_pilot


def test_after_a_save_title_crumbs_address_and_place_are_those_of_the_page(page: Page) -> None:
    open_pilot(page)
    home, title = page.url, page.title()
    page.get_by_text("More to do").click()
    page.get_by_role("link", name="Plan the experiment").click()
    page.get_by_label("Title").fill("Tried in the frame test")
    for label in ("What will you change?", "What do you expect?", "Why do you expect it?"):
        field = page.get_by_label(label)
        if field.count():
            field.fill("Because.")
    page.evaluate("window.stayed = true")
    page.locator("main form button[type=submit]").click()
    expect(page.locator("#toasts .toast")).to_be_visible()

    assert page.evaluate("window.stayed")
    expect(page).to_have_title(title)
    expect(page.get_by_role("navigation", name="Breadcrumb")).to_contain_text("One night desk")
    expect(page.get_by_label("As of")).to_be_visible()
    assert page.url.startswith(home)
    expect(page.locator("#live")).to_have_text("Live")
    expect(page.locator("#rail [aria-current]")).to_have_text("Pilots")
