"""The slider of the page of all pilots: with keys, with a script and without one."""

from playwright.sync_api import Page, expect

PLACES = """() => {
  const placed = (who) => ["cx", "cy"].map((name) => who.querySelector(".dot").getAttribute(name));
  const all = [...document.querySelectorAll(".node")];
  return Object.fromEntries(all.map((who) => [who.id, placed(who)]));
}"""
BOXES = """(kind) => [...document.querySelectorAll(`.network text.${kind}`)].map((text) => {
  const box = text.getBoundingClientRect();
  return [box.left, box.top + 3, box.right, box.bottom - 3];
})"""


def test_sliding_looks_back_moves_nobody_and_keeps_the_focus(page: Page) -> None:
    page.goto("/together")
    now = page.evaluate(PLACES)
    assert now

    page.get_by_role("slider", name="As it was known in").focus()
    then = now
    for _ in range(6):  # to where somebody was known twice, three or four months ago
        before = page.url
        page.keyboard.press("ArrowLeft")
        expect(page).not_to_have_url(before)
        expect(page.locator(".lead")).to_contain_text("as they were known on")
        then = page.evaluate(PLACES)
        assert {who: then[who] for who in then if who in now}.items() <= now.items()
        if then.keys() - now.keys():
            break
    assert len(then.keys() - now.keys()) == 1
    assert "as_of=" in page.url
    assert page.evaluate("document.activeElement.id") == "month"
    for link in page.locator(".rail li a").all():
        assert "as_of=" in str(link.get_attribute("href"))
    label = page.locator("output").inner_text()
    assert page.get_by_role("slider").get_attribute("aria-valuetext") == label

    page.keyboard.press("End")
    expect(page.locator(".lead")).to_contain_text("as they are known now")
    assert page.url.endswith("/together")
    assert page.evaluate(PLACES) == now


def test_without_a_script_a_button_shows_the_month(plain_page: Page) -> None:
    plain_page.goto("/together")
    plain_page.get_by_role("slider").press("ArrowLeft")
    plain_page.get_by_role("button", name="Show that month").click()

    assert "as_of=" in plain_page.url
    assert "as they were known on" in plain_page.locator(".lead").inner_text()


def test_no_name_lies_over_another(page: Page) -> None:
    for width, kind in ((1440, "wide"), (390, "narrow")):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto("/together")
        boxes = page.evaluate(BOXES, kind)
        assert len(boxes) > 2
        pairs = [(a, b) for n, a in enumerate(boxes) for b in boxes[n + 1 :]]
        assert [
            (a, b) for a, b in pairs if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
        ] == []
