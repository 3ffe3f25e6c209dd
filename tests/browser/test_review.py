"""A review in a browser: by keys alone, closed in one click, and on one sheet of paper."""

import re

from playwright.sync_api import Page, expect

LINES = ".line h3 a"


def test_j_and_k_move_and_enter_opens(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Pilots", exact=True).first.focus()
    page.keyboard.press("g")
    page.keyboard.press("r")
    page.wait_for_url("**/review")  # keys are heard once the scripts are there
    titles = page.locator(LINES)
    page.keyboard.press("j")
    expect(titles.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(titles.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(titles.nth(0)).to_be_focused()
    name = titles.nth(0).inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_the_sheet_is_one_page_and_says_the_numbers_of_the_review(page: Page) -> None:
    page.goto("/review")
    shown = {
        line.locator("h3").inner_text(): line.locator(".measure-now").all_inner_texts()
        for line in page.locator(".line").all()
    }
    page.get_by_role("link", name="Print this review").click()
    page.wait_for_url("**/review/print**")  # with its style, which says how large the paper is
    printed = {
        each.locator("h2").inner_text(): each.locator(".measure-now").all_inner_texts()
        for each in page.locator("article").all()
    }
    paper = page.pdf(prefer_css_page_size=True)

    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
    assert re.search(rb"/MediaBox\s*\[\s*0 0 84[12]\S* 59[45]", paper)  # A4, lying
    assert shown == printed
    assert len(shown) == 3


def test_on_a_phone_the_review_is_one_tap_away(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/pilots")
    page.get_by_role("navigation", name="Main, small screens").get_by_role(
        "link", name="Review"
    ).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Review")


def test_a_review_is_shared_and_closed_without_a_script(plain_page: Page) -> None:
    plain_page.goto("/review")
    plain_page.get_by_role("button", name="Make a link").click()
    link = plain_page.get_by_label("Copy this link now").input_value()
    plain_page.locator(".closing > summary").click()
    plain_page.get_by_role("button", name="Yes, close").click()
    expect(plain_page.get_by_text("Since the last review")).to_be_visible()
    expect(plain_page.get_by_text("0 pilots moved")).to_be_visible()
    plain_page.get_by_role("button", name="Revoke").first.is_visible()

    plain_page.goto(link)
    expect(plain_page.get_by_role("heading", level=1)).to_contain_text("Review,")
    expect(plain_page.get_by_role("link")).to_have_count(0)


def test_the_days_can_be_chosen_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/review")

    for name in ("From", "to"):
        box = page.get_by_label(name, exact=True).bounding_box()
        assert box is not None
        assert box["width"] > 100
    page.get_by_label("From", exact=True).fill("2026-01-01")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile("from=2026-01-01"))
