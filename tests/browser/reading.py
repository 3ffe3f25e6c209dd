"""What browser tests share: open a pilot, watch for shifts, read a number, hold an answer."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

WATCH = """async () => {
  await document.fonts.ready;
  window.shifts = [];
  const box = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(" ");
  const moved = ({ node, previousRect, currentRect }) =>
    `${node?.outerHTML ?? node?.textContent}: ${box(previousRect)} to ${box(currentRect)}`;
  const sources = (list) => list.getEntries().flatMap((each) => each.sources);
  const note = (list) => window.shifts.push(...sources(list).map(moved));
  new PerformanceObserver(note).observe({ type: "layout-shift", buffered: false });
}"""
SETTLED = """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
  window.shifts.length = 0;
  done();
})))"""
COUNTED = "#timeline .card-head .sub"  # says how many entries there are
PILOT = "One night desk"
Log = Callable[[str], None]


def open_pilot(page: Page) -> None:
    """Open the pilot of the sample of which most is known."""
    page.goto("/pilots")
    page.get_by_role("link", name=PILOT).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(PILOT)
    page.wait_for_load_state()  # keys are heard once the scripts are there


def entries(page: Page) -> int:
    found = re.search(r"([\d,]+) entries", page.locator(COUNTED).inner_text())
    assert found
    return int(found[1].replace(",", ""))


def hold(page: Page, part: str) -> list[Route]:
    """Look at the log, and hold back what is asked of one part of the page."""
    held: list[Route] = []
    page.locator("#feed").evaluate("each => each.scrollIntoView()")
    page.route(re.compile(rf"part={part}\b"), lambda route: held.append(route))  # noqa: PLW0108  # Playwright marks it
    return held
