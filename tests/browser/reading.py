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
Log = Callable[[str], None]


def entries(page: Page) -> int:
    heading = page.get_by_role("heading", name="Entries", exact=True)
    text = page.locator("#presence article", has=heading).locator(".num").text_content()
    return int(str(text).replace(",", ""))


def hold(page: Page, part: str) -> list[Route]:
    """Look at the log, and hold back what is asked of one part of the page."""
    held: list[Route] = []
    page.locator("#feed").evaluate("each => each.scrollIntoView()")
    page.route(re.compile(rf"part={part}\b"), lambda route: held.append(route))  # noqa: PLW0108  # Playwright marks it
    return held
