"""Nothing stands outside the window, however wide it is: pages, menus, panels."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_pages import go_to

WIDTHS = (320, 390, 768, 1024, 1280, 1440, 1920)
KINDS = (
    "home", "pilots", "pilot", "pilot-log", "insights", "charter", "review", "decide", "decision",
    "lessons", "start", "settings", "log", "compare", "form", "events", "changes",
)  # fmt: skip  # a list to look up
OUTSIDE = """() => [...document.querySelectorAll("main *, .top *, .tabbar *")].filter((each) => {
  const box = each.getBoundingClientRect();
  const scrolls = each.closest(".table, .tl-scroll, .tabs, .chips, .seg, [role=region]");
  return each.checkVisibility() && box.width && !scrolls && !each.closest("svg, .vh, .skip")
    && (box.right > innerWidth + 1 || box.left < -1);
}).map((each) => each.outerHTML.slice(0, 120))"""
BOX = """(each) => {
  const box = each.getBoundingClientRect();
  return [box.left, box.top, box.right, box.bottom];
}"""


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_stays_within_the_window(page: Page, kind: str) -> None:
    go_to(page, kind)
    for wide in WIDTHS:
        page.set_viewport_size({"width": wide, "height": 900})
        assert page.evaluate(OUTSIDE) == [], wide
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), wide


@pytest.mark.parametrize(
    ("summary", "opened"),
    [(".pilot-menu > summary", ".pilot-menu > .menu-list"), (".as-of > summary", ".as-of-panel")],
)
def test_a_menu_opens_within_the_window(page: Page, summary: str, opened: str) -> None:
    go_to(page, "pilot")
    page.locator(summary).click()
    for wide in WIDTHS:
        page.set_viewport_size({"width": wide, "height": 900})
        expect(page.locator(opened)).to_be_visible()
        left, top, right, bottom = page.locator(opened).evaluate(BOX)
        assert 0 <= left < right <= wide, wide
        assert 0 <= top < bottom <= 900, wide


def test_the_menu_of_a_pilot_has_ten_lines_at_most_and_its_head_five_buttons(page: Page) -> None:
    go_to(page, "pilot")
    assert page.locator(".pilot-menu li").count() <= 10
    assert page.locator(".hero .actions > .btn").count() <= 5
