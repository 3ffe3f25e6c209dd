"""Nothing stands outside the window, however wide it is: pages, menus, panels."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_pages import go_to

WIDTHS = (320, 390, 640, 720, 768, 1024, 1280, 1440, 1920)  # 640 and 720: a desk at 200 %
KINDS = (
    "home", "pilots", "pilot", "pilot-log", "insights", "charter", "review", "decide", "decision",
    "lessons", "start", "settings", "log", "compare", "form", "events", "changes",
)  # fmt: skip  # a list to look up
OUTSIDE = """() => [...document.querySelectorAll("main *, .top *, .tabbar *")].filter((each) => {
  const box = each.getBoundingClientRect();
  const scrolls = each.closest(".table, .tl-scroll, .tabs, .seg, [role=region]");
  return each.checkVisibility() && box.width && !scrolls && !each.closest("svg, .vh, .skip")
    && (box.right > innerWidth + 1 || box.left < -1);
}).map((each) => each.outerHTML.slice(0, 120))"""
BOX = """(each) => {
  const box = each.getBoundingClientRect();
  return [box.left, box.top, box.right, box.bottom];
}"""


BROKEN = """() => {
  const lines = (each) => {
    const words = document.createRange();
    words.selectNodeContents(each);
    return new Set([...words.getClientRects()].map((box) => Math.round(box.bottom / 8))).size;
  };
  return [...document.querySelectorAll(".top .btn.primary, .log-foot .btn, .tabs a")]
    .filter((each) => each.checkVisibility() && [...each.childNodes].some((part) =>
      part.nodeType === Node.TEXT_NODE && part.data.trim() && lines(part) > 1))
    .map((each) => each.outerHTML.slice(0, 120));
}"""


@pytest.mark.parametrize("kind", ["home", "pilot", "pilot-log", "review", "log"])
def test_log_and_the_tabs_stand_on_one_line(page: Page, kind: str) -> None:
    for language in ("en", "de"):
        page.request.post("/language", form={"language": language, "back": "/"})
        go_to(page, kind)
        for wide in WIDTHS:
            page.set_viewport_size({"width": wide, "height": 900})
            assert page.evaluate(BROKEN) == [], (language, wide)


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


def test_what_the_composer_opens_stays_within_the_window(page: Page) -> None:
    go_to(page, "log")
    page.locator("#log-pilot").select_option(label="One night desk")
    for wide in WIDTHS:
        page.set_viewport_size({"width": wide, "height": 900})
        page.locator("#what").fill("")
        page.locator("#what").press_sequentially("Met Tomas on phone, 15 min yesterday, with No")
        expect(page.locator("#completions li").first).to_be_visible()
        left, _, right, _ = page.locator("#completions").evaluate(BOX)
        assert 0 <= left < right <= wide, wide
        page.keyboard.press("Escape")
        for field in ("with", "mode", "medium", "occurred_at", "minutes", "more"):
            page.locator(f"#chip-{field} > summary").click()
            left, _, right, _ = page.locator(f"#chip-{field} > .chip-choice").evaluate(BOX)
            assert 0 <= left < right <= wide, (wide, field)
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), wide
        page.locator("#chip-more > summary").click()


UNSEEN = """() => {
  const lined = (each) => {
    const style = getComputedStyle(each);
    const border = ["Top", "Right", "Bottom", "Left"].some((side) =>
      parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== "none");
    return border || (parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== "none");
  };
  const chosen = ":is(a, button, li)[aria-current]:not(.mark), label:has(> input:checked)";
  const all = `.btn, .card, .tag, .seg, .said-chip > summary, main :is(input, select, textarea):not(
    [type=hidden], [type=radio], [type=checkbox]), ${chosen}`;
  return [...document.querySelectorAll(all)].filter((each) =>
    each.checkVisibility() && each.getBoundingClientRect().width && !lined(each)
  ).map((each) => each.outerHTML.slice(0, 120));
}"""


@pytest.mark.parametrize("kind", KINDS)
def test_forced_colours_keep_every_button_and_every_state(page: Page, kind: str) -> None:
    page.emulate_media(forced_colors="active")
    go_to(page, kind)

    assert page.evaluate(UNSEEN) == []


def test_the_menu_of_a_pilot_has_ten_lines_at_most_and_its_head_five_buttons(page: Page) -> None:
    go_to(page, "pilot")
    assert page.locator(".pilot-menu li").count() <= 10
    assert page.locator(".hero .actions > .btn").count() <= 5
