"""The composer while somebody types: chips, drafts, no network, and how many keys it takes."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Page, expect

LINE = "@mere @tom co-wrote tender FAQ on wiki 40m yesterday"
SECONDS_A_KEY = 60 / (40 * 5)  # at 40 words a minute, of five letters each
TYPED = "nobody has to refresh a board, a chat is scrolled past"


def test_chips_follow_the_line_and_keep_what_is_chosen_by_hand(page: Page) -> None:
    page.goto("/")
    page.get_by_label("What happened?").press_sequentially(LINE)

    expect(page.get_by_label("With", exact=True)).to_have_value("mere, tom")
    expect(page.get_by_role("spinbutton", name="Minutes")).to_have_value("40")
    expect(page.locator("[name=mode]")).to_have_value("co-create")
    expect(page.get_by_text("added as a guest: mere, tom")).to_be_visible()

    page.get_by_role("spinbutton", name="Minutes").fill("55")
    page.get_by_label("What happened?").press("End")
    page.get_by_label("What happened?").press_sequentially(" 15:00")
    expect(page.get_by_label("When")).to_have_value(re.compile("T15:00$"))
    expect(page.get_by_role("spinbutton", name="Minutes")).to_have_value("55")
    expect(page.get_by_label("What happened?")).to_be_focused()
    assert urlsplit(page.url).path == "/"  # what was only asked for leaves the address alone


def test_an_entry_and_a_lesson_take_fewer_keys_than_half_a_minute_has(page: Page) -> None:
    words, lesson = uuid4().hex[:4], f"Two pens beat ten mails {uuid4().hex[:4]}"
    keys = [f"@mere @tom co-wrote FAQ {words} on wiki 40m", "Tab", lesson, "Control+Enter"]
    page.goto("/")
    expect(page.get_by_label("What happened?")).to_be_focused()
    pressed = 0
    for each in keys:
        if each in ("Tab", "Control+Enter"):
            page.keyboard.press(each)
            pressed += 1
        else:
            page.keyboard.type(each)
            pressed += len(each)

    expect(page.get_by_role("link", name=lesson).first).to_be_visible()
    entry = page.get_by_role("listitem").filter(
        has=page.get_by_role("link", name=f"co-wrote FAQ {words}")
    )
    expect(entry).to_be_visible()
    expect(page.get_by_label("What happened?")).to_be_focused()
    assert pressed * SECONDS_A_KEY < 30  # seconds


def test_a_draft_survives_leaving_the_page(page: Page) -> None:
    page.goto("/")
    page.get_by_label("What happened?").fill("Not yet finished")
    page.get_by_label("What was learned?").fill("Nothing yet")
    page.goto("/lessons")
    page.goto("/")
    expect(page.get_by_label("What happened?")).to_have_value("Not yet finished")
    expect(page.get_by_label("What was learned?")).to_have_value("Nothing yet")


@pytest.fixture
def far_out(browser: Browser, address: str) -> Iterator[Page]:
    """A page that may lose its network, which browsers complain of."""
    context = browser.new_context(base_url=address)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def test_what_is_logged_without_a_network_is_sent_later_once(far_out: Page) -> None:
    page = far_out
    text = f"Off the grid {uuid4().hex[:8]}"
    page.goto("/")
    page.context.set_offline(offline=True)
    page.get_by_label("What happened?").fill(text)
    page.keyboard.press("Control+Enter")

    expect(page.get_by_role("status").get_by_text("Kept on this device")).to_be_visible()
    expect(page.get_by_label("What happened?")).to_have_value("")
    kept = page.evaluate("JSON.parse(localStorage.getItem('pilotlog-queue'))")
    assert dict(kept[0]["fields"])["said_at"]

    page.context.set_offline(offline=False)
    expect(page.get_by_role("status").get_by_text("Sent what had waited")).to_be_visible()
    page.reload()
    expect(page.locator("#feed").get_by_role("link", name=text)).to_have_count(1)
    assert page.evaluate("localStorage.getItem('pilotlog-queue')") == "[]"


def test_what_is_refused_later_can_be_opened_and_mended(far_out: Page) -> None:
    page = far_out
    text = f"Off the grid {uuid4().hex[:8]}"
    page.goto("/")
    page.context.set_offline(offline=True)
    page.get_by_label("What happened?").fill(text)
    page.get_by_label("With", exact=True).fill("x" * 300)
    page.keyboard.press("Control+Enter")
    page.context.set_offline(offline=False)

    page.get_by_role("status").get_by_role("link", name="Open it").click()

    expect(page.get_by_label("What happened?")).to_have_value(text)


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
