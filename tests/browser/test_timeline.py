"""The timeline in a browser: labels stand apart, it is swapped alone, and focus stays put."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_pages import go_to

OVERLAPS = """() => {
  const pad = 1, boxes = (what) => [...document.querySelectorAll(`#timeline ${what}`)]
    .map((e) => ({ e: e.closest("a"), box: e.getBoundingClientRect(), text: e.textContent }));
  const meet = (a, b) => a.left + pad < b.right && b.left + pad < a.right
    && a.top + pad < b.bottom && b.top + pad < a.bottom;
  const labels = [...boxes(".label"), ...boxes(".bar-name")];
  const marks = [...boxes(".glyph"), ...boxes(".bar"), ...labels];
  return labels.flatMap((one) => marks
    .filter((other) => other.e !== one.e && meet(one.box, other.box))
    .map((other) => [one.text, other.text || other.e.ariaLabel]));
}"""


@pytest.mark.parametrize("query", ["", "?span=180d", "?span=90d", "?span=30d", "?axis=recorded"])
@pytest.mark.parametrize("width", [1440, 1100, 960])
def test_no_label_lies_over_a_mark_or_a_label(
    browser: Browser, address: str, width: int, query: str
) -> None:
    context = browser.new_context(base_url=address, viewport={"width": width, "height": 900})
    page = context.new_page()
    for name in ("One night desk", "Tender library"):
        page.goto("/pilots")
        page.goto(f"{page.get_by_role('link', name=name).get_attribute('href')}{query}")
        page.evaluate("document.fonts.ready")
        assert page.evaluate(OVERLAPS) == [], name
    context.close()


def test_only_the_timeline_is_swapped_and_focus_stays_on_the_control(page: Page) -> None:
    go_to(page, "pilot")
    page.evaluate("window.kept = true")

    page.locator("#tl-90d").click()

    expect(page.locator("#tl-90d")).to_have_attribute("aria-current", "true")
    expect(page.locator("#tl-90d")).to_be_focused()
    assert "span=90d" in page.url

    page.locator("#tl-lane-finding").click()
    expect(page.locator("#tl-lane-finding")).to_have_text("Show Evidence")
    expect(page.locator("#tl-lane-finding")).to_be_focused()
    assert page.evaluate("window.kept")

    page.go_back()
    expect(page.locator("#tl-lane-finding")).not_to_have_text("Show Evidence")


def test_a_mark_is_chosen_and_let_go_with_the_keyboard(page: Page) -> None:
    go_to(page, "pilot")
    star = page.locator("#timeline .k-lesson a.mark").first
    name = star.get_attribute("id")
    star.focus()
    page.keyboard.press("Enter")

    expect(page.locator(f"#{name}")).to_have_attribute("aria-current", "true")
    expect(page.locator(f"#{name}")).to_be_focused()
    expect(page.locator("#trace h3")).to_be_visible()

    page.keyboard.press("Enter")
    expect(page.locator("#trace")).to_have_count(0)
    expect(page.locator(f"#{name}")).to_be_focused()


def test_the_timeline_is_one_tab_stop_with_arrows_inside(page: Page) -> None:
    go_to(page, "pilot")
    marks = page.locator("#timeline a.mark")
    assert marks.evaluate_all("all => all.filter((each) => each.tabIndex === 0).length") == 1
    first = page.locator("#timeline .k-decision a.mark").first
    first.focus()

    page.keyboard.press("ArrowRight")
    expect(page.locator("#timeline .k-decision a.mark").nth(1)).to_be_focused()
    page.keyboard.press("Home")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("!document.activeElement.closest('.k-decision')")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("!!document.activeElement.closest('.k-decision')")
    assert marks.evaluate_all("all => all.filter((each) => each.tabIndex === 0).length") == 1
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('.tl-svg')")


def test_curves_are_those_of_the_chosen_mark_alone(page: Page) -> None:
    go_to(page, "pilot")
    page.goto(f"{page.url}?sel=-")
    expect(page.locator("#timeline .curve")).to_have_count(0)
    page.locator("#timeline .k-lesson a.mark").last.dispatch_event("click")
    expect(page.locator("#timeline .curve").first).to_be_attached()


CROSSED = """() => {
  const labels = [...document.querySelectorAll("#timeline .label, #timeline .bar-name")]
    .map((e) => ({ text: e.textContent, box: e.getBoundingClientRect() }));
  return [...document.querySelectorAll("#timeline .curve")].flatMap((path) => {
    const place = path.getScreenCTM(), whole = path.getTotalLength();
    const points = Array.from({ length: 400 }, (_, n) =>
      path.getPointAtLength((whole * n) / 399).matrixTransform(place));
    return labels.filter(({ box }) => points.some(({ x, y }) =>
      x > box.left + 1 && x < box.right - 1 && y > box.top + 2 && y < box.bottom - 2))
      .map(({ text }) => text);
  });
}"""


@pytest.mark.parametrize("width", [1440, 960])
def test_no_curve_runs_through_a_label_whichever_mark_is_chosen(
    browser: Browser, address: str, width: int
) -> None:
    context = browser.new_context(base_url=address, viewport={"width": width, "height": 900})
    page = context.new_page()
    go_to(page, "pilot")
    names = page.locator("#timeline a.mark[id]").evaluate_all("all => all.map(({ id }) => id)")
    drawn = 0
    for name in names:
        page.goto(f"{page.url.partition('?')[0]}?sel={name.removeprefix('m-')}")
        drawn += page.locator("#timeline .curve").count()
        assert page.evaluate(CROSSED) == [], name
    assert drawn > len(names) / 2
    context.close()


def test_the_way_to_the_target_is_drawn_and_told_in_the_table(page: Page) -> None:
    go_to(page, "pilot")
    expect(page.locator("#timeline path.way")).to_have_count(2)
    expect(page.locator("#timeline .tl-table")).to_have_count(0)

    page.locator("#tl-table").click()

    expect(page.locator("#tl-table")).to_have_text("Hide the table")
    expect(page.locator("#tl-table")).to_be_focused()
    row = page.get_by_role("row", name="Faults settled in the first call: 52 %")
    expect(row).to_be_attached()


def test_on_a_phone_it_is_a_story_by_month_the_newest_first(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    go_to(page, "pilot")

    expect(page.locator(".tl-scroll")).to_be_hidden()
    titles = page.locator(".tl-story li a")
    expect(titles).to_have_count(4)
    expect(page.locator(".tl-story h3").first).to_be_visible()
    expect(page.get_by_role("link", name="more before that")).to_be_visible()
    titles.nth(1).click()
    expect(page.locator("#trace h3")).to_be_visible()
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_it_is_whole_on_paper(page: Page) -> None:
    go_to(page, "pilot")
    page.set_viewport_size({"width": 720, "height": 1000})  # of a page, in points
    page.emulate_media(media="print")

    cut = "each => each.scrollWidth - each.clientWidth"
    assert page.locator(".tl-scroll").evaluate(cut) == 0
    box = page.locator(".tl-svg").bounding_box()
    assert box
    assert box["x"] + box["width"] <= 720


def test_the_picture_stays_where_it_was_also_when_another_part_is_swapped_in_between(
    page: Page,
) -> None:
    page.set_viewport_size({"width": 910, "height": 844})
    go_to(page, "pilot")
    page.evaluate(
        "() => document.addEventListener('htmx:before:swap', (event) => {"
        "  const [sourceElement, target] = [event.target, document.querySelector('#feed')];"
        "  const detail = { ctx: { sourceElement, target } };"
        "  document.dispatchEvent(new CustomEvent('htmx:before:swap', { detail }));"
        "}, { once: true })"
    )
    left = page.evaluate(  # in the task after the swap, which is the first that may be painted
        """() => new Promise((resolve) => {
          const scrolled = () => document.querySelector(".tl-scroll").scrollLeft;
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(scrolled());
          new MutationObserver(() => port2.postMessage(null))
            .observe(document.querySelector("#timeline").parentNode, { childList: true });
          document.querySelector(".tl-scroll").scrollLeft = 40;
          document.querySelector("#timeline .k-lesson a.mark").dispatchEvent(
            new MouseEvent("click", { bubbles: true, cancelable: true }));
        })"""
    )

    expect(page.locator("#timeline a.mark[aria-current]")).to_have_count(1)
    assert left == 40


def test_without_a_script_the_same_links_work(plain_page: Page) -> None:
    go_to_plain(plain_page)
    plain_page.locator("#timeline .k-lesson a.mark").first.click()
    expect(plain_page.locator("#trace h3")).to_be_visible()
    plain_page.locator("#tl-30d").click()
    expect(plain_page.locator("#tl-30d")).to_have_attribute("aria-current", "true")
    assert "sel=" in plain_page.url
    plain_page.locator("#result .define summary").first.click()
    expect(plain_page.locator("#result .define p").first).to_be_visible()


def go_to_plain(page: Page) -> None:
    page.goto("/pilots")
    page.get_by_role("link", name="One night desk").click()
