"""Everything can be reached with Tab, in the order it is read, and printed without the frame."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_pages import go_to

PRESSES = 700
A4 = 794  # pixels, at 96 to the inch
# What a keyboard must reach: of a group of radio buttons the chosen or first one.
STOPS = """() => {
  const fields = "button, input:not([type=hidden], [type=radio]), select, textarea";
  const inFolded = (each) => {
    const folded = each.closest("details:not([open])");
    return folded && !(each.matches("summary") && each.parentElement === folded);
  };
  const seen = (each) => each.checkVisibility({ visibilityProperty: true }) && !each.disabled;
  const all = document.querySelectorAll(`a[href], summary, [tabindex="0"], ${fields}`);
  const byArrows = (each) => each.matches("#timeline a.mark[tabindex='-1']");
  window.stops = [...all].filter((each) => seen(each) && !inFolded(each) && !byArrows(each));
  return window.stops.length;
}"""
AT = "() => window.stops.indexOf(document.activeElement)"
NAMED = "(n) => window.stops[n].outerHTML.slice(0, 120)"
RINGED = """() => {
  const here = document.activeElement;
  return [here, ...here.querySelectorAll("*")].some((each) => {
    const style = getComputedStyle(each);
    const drawn = each.closest("svg") && style.stroke !== "none";
    return style.outlineStyle !== "none" || style.boxShadow !== "none" || drawn;
  });
}"""


def walked(page: Page) -> tuple[list[int], list[int]]:
    """Press Tab through a page; return the stops in order, and those that show no focus."""
    order: list[int] = []
    dull: list[int] = []
    for _ in range(PRESSES):
        page.keyboard.press("Tab")
        at = page.evaluate(AT)
        if order and at == 0:
            break
        if at >= 0 and (not order or order[-1] != at):
            order.append(at)
            dull += [] if page.evaluate(RINGED) else [at]
    return order, dull


@pytest.mark.parametrize("kind", ["home", "pilot", "review", "decide"])
def test_tab_reaches_everything_in_the_order_it_is_read(page: Page, kind: str) -> None:
    go_to(page, kind)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.activeElement.blur(); getSelection().removeAllRanges()")
    page.locator("body").evaluate("each => { each.tabIndex = -1; each.focus(); }")
    count = page.evaluate(STOPS)
    order, dull = walked(page)

    def named(stops: Any) -> list[str]:
        return [page.evaluate(NAMED, each) for each in stops]

    assert count > 30
    assert named(sorted(set(range(count)) - set(order))) == []
    assert order == sorted(order)
    assert named(dull) == []


def test_the_composer_of_a_pilot_is_within_twenty_tab_stops_of_the_content(page: Page) -> None:
    go_to(page, "pilot")
    page.evaluate(STOPS)

    inside = "window.stops.filter((each) => each.closest('main'))"
    assert 0 < page.evaluate(f"{inside}.indexOf(document.querySelector('#what'))") + 1 < 20


@pytest.mark.parametrize("kind", ["pilot", "charter", "lessons", "together", "decision"])
def test_paper_has_no_frame_and_cuts_nothing_off(page: Page, kind: str) -> None:
    page.set_viewport_size({"width": A4, "height": 1123})
    go_to(page, kind)
    page.emulate_media(media="print")

    for frame in (".rail", ".top", ".tabbar", "#toasts"):
        expect(page.locator(frame)).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= A4
    assert page.locator("main h1").is_visible()
