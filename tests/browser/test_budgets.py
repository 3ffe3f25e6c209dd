"""No page is heavy: what a first visit fetches, counted as it travels."""

from playwright.sync_api import Browser

from tests.browser.test_pages import go_to

FULL = ("home", "pilot", "review", "together", "decide")  # the pages with most on them
HTML, ALL = 30_000, 300_000  # bytes, compressed
FETCHED = """() => {
  const [page] = performance.getEntriesByType("navigation");
  const rest = performance.getEntriesByType("resource").filter((each) => each.encodedBodySize);
  return [page, ...rest].map((each) => each.encodedBodySize);
}"""


def test_the_fullest_pages_stay_within_their_budget(browser: Browser, address: str) -> None:
    heavy: dict[str, list[int]] = {}
    for kind in FULL:
        context = browser.new_context(base_url=address)
        page = context.new_page()
        go_to(page, kind)
        page.wait_for_load_state("load")
        html, *rest = page.evaluate(FETCHED)
        if html > HTML or html + sum(rest) > ALL or len(rest) < 3:
            heavy[kind] = [html, html + sum(rest)]
        context.close()

    assert heavy == {}
