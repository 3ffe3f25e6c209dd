"""What tests of live windows share: watching for shifts, and reading a number."""

from collections.abc import Callable

from playwright.sync_api import Page

WATCH = """() => {
  window.shifts = [];
  const note = (list) => window.shifts.push(...list.getEntries().map((each) => each.value));
  new PerformanceObserver(note).observe({ type: "layout-shift", buffered: false });
}"""
SETTLED = """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
  window.shifts.length = 0;
  done();
})))"""
Log = Callable[[str], None]


def entries(page: Page) -> int:
    heading = page.get_by_role("heading", name="Entries", exact=True)
    text = page.locator("#figures article", has=heading).locator(".num").text_content()
    return int(str(text).replace(",", ""))
