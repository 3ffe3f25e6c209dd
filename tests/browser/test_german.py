"""Somebody who reads German is spoken to in German, on every page, and can choose otherwise."""

from playwright.sync_api import Browser, Page, expect

from tests.browser.reading import open_pilot
from tests.browser.test_holds import LISTS, OF_A_PILOT, REST, held


def test_pages_hold_in_german(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, locale="de-DE")
    page = context.new_page()
    open_pilot(page)
    pilot = page.url.partition("?")[0]
    for path in (*LISTS, *REST, *(f"{pilot}{each}" for each in OF_A_PILOT)):
        held(page, path)
        assert page.locator("html").get_attribute("lang") == "de", path
    context.close()


def test_a_language_is_chosen_and_kept(page: Page) -> None:
    page.goto("/settings")
    page.get_by_role("button", name="Deutsch").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Einstellungen")
    page.keyboard.press("Control+k")
    page.keyboard.type("durchsicht")
    expect(page.locator("#found [role=option]").first).to_contain_text("Durchsicht")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Durchsicht")
    page.goto("/settings")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Settings")
