"""The composer while somebody types: what is marked, completed, kept, and said beside the line."""

import re
from urllib.parse import urlsplit
from uuid import uuid4

from playwright.sync_api import Locator, Page, expect

from tests.browser.reading import open_pilot
from tests.support.pages.axe import violations

LINE = "Tomas and Jonas met on wiki 40m yesterday"
SECONDS_A_KEY = 60 / (40 * 5)  # at 40 words a minute, of five letters each
LESSON = "nobody has to refresh a board, a chat is scrolled past"
MARKED = "marks => marks.map(each => [each.textContent, each.className])"


def line(page: Page) -> Locator:
    return page.get_by_label("What happened?").first


def chip(page: Page, field: str) -> Locator:
    return page.locator(f"#chip-{field} > summary")


def test_what_was_read_is_marked_in_the_line_and_named_below_it(page: Page) -> None:
    open_pilot(page)
    address = page.url
    line(page).press_sequentially(LINE)

    expect(chip(page, "with")).to_have_text("Tomas Berg, Jonas Lind")
    expect(chip(page, "minutes")).to_have_text("40 min")
    expect(chip(page, "mode")).to_have_text("Worked together")
    marks = page.locator("#marks mark").evaluate_all(MARKED)
    assert marks == [
        ["Tomas", "m-with"],
        ["Jonas", "m-with"],
        ["met", "m-mode"],
        ["on wiki", "m-medium"],
        ["40m", "m-minutes"],
        ["yesterday", "m-occurred_at"],
    ]
    assert page.evaluate("[marks.offsetWidth, marks.offsetHeight].join()") == page.evaluate(
        "[what.offsetWidth, what.offsetHeight].join()"
    )
    expect(line(page)).to_be_focused()
    assert urlsplit(page.url) == urlsplit(address)  # what was only asked for leaves it alone


def test_what_was_not_meant_so_is_rejected_and_stays_a_plain_word(page: Page) -> None:
    open_pilot(page)
    line(page).press_sequentially(LINE)
    page.get_by_role("button", name="Not so: 40 min").click()

    expect(chip(page, "minutes")).to_have_count(0)
    expect(page.locator("#marks .m-minutes")).to_have_count(0)
    chip(page, "with").focus()
    page.keyboard.press("Backspace")
    expect(page.locator("#marks .m-with")).to_have_count(0)
    expect(line(page)).to_have_value(LINE)
    line(page).press_sequentially(", 15:00")
    expect(chip(page, "occurred_at")).to_contain_text("15:00")
    expect(chip(page, "minutes")).to_have_count(0)


def test_a_chip_opens_its_choice_and_keeps_what_is_chosen(page: Page) -> None:
    open_pilot(page)
    line(page).press_sequentially(LINE)
    chip(page, "minutes").click()
    page.get_by_role("spinbutton", name="Minutes").fill("55")
    page.keyboard.press("Tab")

    expect(chip(page, "minutes")).to_have_text("55 min")
    line(page).press_sequentially(" again")
    expect(page.locator("#marks .m-occurred_at")).to_have_count(1)
    expect(chip(page, "minutes")).to_have_text("55 min")
    expect(page.locator("#marks .m-minutes")).to_have_count(0)  # it was not read there


def test_names_are_completed_from_the_second_letter(page: Page) -> None:
    open_pilot(page)
    line(page).press_sequentially("Asked No")
    options = page.locator("#completions li")
    expect(options.first).to_contain_text("Noor Haddad")
    expect(options.last).to_contain_text("somebody new")
    assert violations(page, "#log") == []

    page.keyboard.press("Tab")
    expect(line(page)).to_have_value("Asked Noor Haddad ")
    expect(line(page)).to_be_focused()
    expect(chip(page, "with")).to_have_text("Noor Haddad")
    line(page).press_sequentially("with Xi")
    expect(options.first).to_contain_text("Xi")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")  # in the list, not yet the line
    expect(line(page)).to_have_value("Asked Noor Haddad with @Xi ")
    expect(page.get_by_text("added as a guest: Xi")).to_be_visible()


def test_enter_alone_takes_nothing_from_the_list(page: Page) -> None:
    text = f"Walked round {uuid4().hex[:8]} with No"
    open_pilot(page)
    line(page).press_sequentially(text)
    expect(page.locator("#completions li").first).to_be_visible()
    page.keyboard.press("Enter")

    expect(page.locator("#logged li .said").first).to_have_text(text)


def test_a_channel_and_an_experiment_are_completed(page: Page) -> None:
    page.goto("/log")
    page.locator("#log-pilot").select_option(label="Tender library")
    line(page).press_sequentially("Read it on ph")
    page.locator("#completions li").filter(has_text="phone").first.click()
    expect(line(page)).to_have_value("Read it on phone ")
    line(page).press_sequentially("as the counc")
    option = page.locator("#completions li").filter(has_text="experiment")
    title = option.locator("span").inner_text()
    option.click()

    expect(chip(page, "experiment")).to_have_text(title)


def test_the_first_word_chooses_the_kind_and_the_kind_can_be_rejected(page: Page) -> None:
    text = f"learned that pens help {uuid4().hex[:8]}"
    open_pilot(page)
    line(page).press_sequentially(text)
    expect(page.locator("#chip-as")).to_contain_text("Lesson")

    page.get_by_role("button", name="Not so: Lesson").click()
    expect(page.locator("#chip-as")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.locator("#logged li .said").first).to_have_text(text)
    line(page).press_sequentially(f"{text}!")
    page.keyboard.press("Enter")

    lesson = text.removeprefix("learned that ")
    expect(page.locator("#logged li.k-lesson .said").first).to_have_text(f"{lesson}!")


def test_an_entry_and_a_lesson_take_fewer_keys_than_half_a_minute_has(page: Page) -> None:
    words, lesson = uuid4().hex[:4], f"Two pens beat ten mails {uuid4().hex[:4]}"
    keys = [f"@mere @tom co-wrote FAQ {words} on wiki 40m ", "Tab", lesson, "Control+Enter"]
    page.goto("/")
    expect(line(page)).to_be_focused()
    pressed = 0
    for each in keys:
        if each in ("Tab", "Control+Enter"):
            page.keyboard.press(each)
            pressed += 1
        else:
            page.keyboard.type(each)
            pressed += len(each)

    expect(page.get_by_role("link", name=lesson).first).to_be_visible()
    expect(page.locator("#logged li").first).to_contain_text(f"co-wrote FAQ {words}")
    expect(line(page)).to_be_focused()
    assert pressed * SECONDS_A_KEY < 30  # seconds


def test_an_entry_is_edited_where_it_stands(page: Page) -> None:
    text = f"Walked round {uuid4().hex[:8]}"
    open_pilot(page)
    line(page).press_sequentially(f"{text} with Jonas")
    page.keyboard.press("Enter")
    row = page.locator("#logged li").filter(has_text=text)
    row.get_by_role("link", name="Edit").click()
    field = row.get_by_label("What happened?")
    expect(field).to_be_focused()
    expect(row.get_by_label("With")).to_have_value("Jonas Lind")

    field.fill(f"{text} twice")
    row.get_by_label("With").fill("Tomas Berg")
    row.get_by_role("button", name="Save").click()

    expect(row.locator(".said")).to_have_text(f"{text} twice")
    expect(row).to_contain_text("with Tomas Berg")
    expect(page.locator("#feed li").filter(has_text=f"{text} twice").first).to_be_visible()


def test_what_was_tried_becomes_an_experiment_where_it_stands(page: Page) -> None:
    text = f"tried {uuid4().hex[:8]}"
    page.goto("/start")
    page.get_by_label("Our aim").fill("Nobody stays late")
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator("#what")).to_be_focused()
    line(page).fill(text)
    page.keyboard.press("Enter")
    row = page.locator("#logged li").filter(has_text=text)

    row.get_by_label("How would you see whether it helped?").fill("from 20 to 5 minutes")
    row.get_by_role("button", name="Make it an experiment").click()

    expect(row.locator(".asks-how")).to_have_count(0)
    expect(page.locator("#result")).to_contain_text("20")


def test_a_draft_survives_leaving_the_page_and_belongs_to_its_pilot(page: Page) -> None:
    page.goto("/")
    line(page).fill("Not yet finished")
    page.get_by_label("What was learned?").fill("Nothing yet")
    open_pilot(page)
    expect(line(page)).to_have_value("")
    page.goto("/")
    expect(line(page)).to_have_value("Not yet finished")
    expect(page.get_by_label("What was learned?")).to_have_value("Nothing yet")
    line(page).fill("")
    page.get_by_label("What was learned?").fill("")


def test_an_earlier_lesson_is_recalled_while_typing(page: Page) -> None:
    page.goto("/log")
    page.locator("#what").fill("Read the board together.")
    page.locator("#learned").press_sequentially(LESSON[:12])
    expect(page.locator("#alike .alike")).to_have_count(0)

    page.locator("#learned").press_sequentially(LESSON[12:])

    expect(page.locator("#alike .alike li").first).to_contain_text("a chat is scrolled past")
    expect(page.locator("#learned")).to_be_focused()
    expect(page.locator("#learned")).to_have_value(LESSON)
    expect(page.locator("#what")).to_have_value("Read the board together.")
    expect(page).to_have_title(re.compile("Log something"))
    page.locator("#alike a", has_text="Same").first.click()
    expect(page.locator("main h1")).to_have_text("It held here too")


def test_on_a_phone_it_is_a_sheet_with_all_above_the_keyboard(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/")
    page.wait_for_load_state()
    page.locator(".fab").click()
    expect(line(page)).to_be_focused()
    page.set_viewport_size({"width": 390, "height": 552})  # what the keyboard of a phone leaves
    line(page).press_sequentially(LINE)
    expect(chip(page, "minutes")).to_have_text("40 min")

    words = page.locator(".first-words")
    foot = words.bounding_box()
    assert foot
    assert foot["y"] + foot["height"] <= 552
    for part in ("#what", "#learned", "#chips .chips", "button[type=submit]"):
        box = page.locator(f".log {part}").first.bounding_box()
        assert box, part
        assert 0 <= box["y"] < box["y"] + box["height"] <= foot["y"], part
    expect(page.locator(".top")).to_be_hidden()
    expect(page.locator(".tabbar")).to_be_hidden()
    assert violations(page) == []

    words.get_by_text("learned").click()
    expect(line(page)).to_have_value(re.compile("learned", re.IGNORECASE))
    page.locator(".close-sheet").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What happened?")
