"""What tests of live windows share: watching for shifts, reading a number, holding an answer."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, Route

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
Log = Callable[[str], None]


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
