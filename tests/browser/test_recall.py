"""While somebody types what they learned, earlier lessons are shown, and nothing is lost."""

from playwright.sync_api import Page, expect

TYPED = "nobody has to refresh a board, a chat is scrolled past"


def test_an_earlier_lesson_is_recalled_while_typing(page: Page) -> None:
    page.goto("/log")
    page.locator("#what").fill("Read the board together.")
    page.locator("#learned").press_sequentially(TYPED[:12])
    expect(page.locator("#alike .alike")).to_have_count(0)

    page.locator("#learned").press_sequentially(TYPED[12:])

    expect(page.locator("#alike .alike li").first).to_contain_text("a chat is scrolled past")
    expect(page.locator("#learned")).to_be_focused()
    expect(page.locator("#learned")).to_have_value(TYPED)
    expect(page.locator("#what")).to_have_value("Read the board together.")
    expect(page).to_have_title("Log something · Pilotlog")
    page.locator("#alike a", has_text="Same").first.click()
    expect(page.locator("main h1")).to_have_text("It held here too")
