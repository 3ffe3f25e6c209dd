"""Windows keep up within a second; what one reads, types or has open stays where it is."""

import re
from uuid import uuid4

from playwright.sync_api import Page, expect

from tests.browser.reading import COUNTED, SETTLED, WATCH, Log, entries, hold
from tests.support.pages.chromium import LIVE

PLACES = """() => [...document.querySelectorAll(".top *:not(#live *)")]
  .map((each) => each.getBoundingClientRect().x)"""


def test_numbers_change_at_once_and_new_entries_wait_to_be_asked_for(
    reader: Page, log: Log
) -> None:
    before, text = entries(reader), f"Elsewhere {uuid4().hex[:8]}"
    reader.locator("#feed").evaluate("each => each.scrollIntoView()")
    log(text)

    expect(reader.locator(COUNTED)).to_contain_text(f"{before + 1} entries")
    pill = reader.get_by_role("button", name="1 new: show")
    expect(pill).to_be_visible()
    expect(reader.get_by_role("heading", name=text)).to_have_count(0)
    assert reader.evaluate("window.shifts") == []

    log(f"{text} again")
    expect(reader.get_by_role("button", name="2 new: show")).to_be_visible()
    assert reader.evaluate("window.shifts") == []

    reader.locator("#news").press("Enter")
    expect(reader.get_by_role("heading", name=text, exact=True)).to_be_visible()
    expect(reader.get_by_role("link", name=f"{text} again")).to_be_focused()
    expect(reader.locator("#news")).to_be_hidden()


def test_the_bar_stays_where_it_is_whatever_the_live_line_says(reader: Page) -> None:
    before = reader.evaluate(PLACES)
    for state in ("reconnecting", "paused", "live"):
        reader.locator("#live").evaluate(
            "(line, state) => { line.textContent = line.dataset[state]; }", state
        )
        assert reader.evaluate(PLACES) == before
    reader.locator("#live").evaluate("line => { line.textContent = ''; }")
    assert reader.evaluate(PLACES) == before


def test_what_is_new_is_focused_whichever_part_of_the_page_came_first(
    reader: Page, log: Log
) -> None:
    held, text = hold(reader, "feed"), f"Elsewhere {uuid4().hex[:8]}"
    reader.locator("#result").evaluate("each => each.append('as it was before')")
    log(text)
    expect(reader.get_by_role("button", name="Something changed: show")).to_be_visible()
    held.pop().continue_()

    reader.get_by_role("button", name="1 new: show").press("Enter")
    expect(reader.get_by_role("link", name=text)).to_be_focused()


def test_what_was_on_its_way_when_one_asked_is_shown_without_asking_again(
    reader: Page, log: Log
) -> None:
    held, text = hold(reader, "timeline"), f"Elsewhere {uuid4().hex[:8]}"
    log(text)

    reader.get_by_role("button", name="1 new: show").press("Enter")
    expect(reader.get_by_role("link", name=text)).to_be_focused()
    with reader.expect_response(re.compile("part=timeline")):
        held.pop().continue_()
    reader.wait_for_timeout(300)
    expect(reader.locator("#news")).to_be_hidden()
    expect(reader.get_by_role("link", name=text)).to_be_focused()


def test_what_is_below_is_already_new_when_one_gets_there(reader: Page, log: Log) -> None:
    reader.set_viewport_size({"width": 390, "height": 600})
    reader.evaluate(SETTLED)
    text = f"Below {uuid4().hex[:8]}"
    assert reader.locator("#feed").bounding_box()["y"] > 600  # type: ignore[index]  # it is there
    log(text)

    expect(reader.get_by_role("heading", name=text)).to_have_count(1)
    expect(reader.locator("#feed li").first).to_contain_text(text)
    assert reader.evaluate("window.shifts") == []


def test_typing_open_parts_and_the_place_read_stay(reader: Page, log: Log) -> None:
    reader.locator("#timeline").get_by_text("Show as a table").click()
    expect(reader.locator("#tl-table")).to_be_focused()
    draft = reader.get_by_label("What happened?")
    draft.fill("Half a sentence")
    expect(reader.locator("#chip-medium")).to_be_visible()  # the line is read
    draft.evaluate("each => { each.setSelectionRange(3, 5); window.typedIn = each; }")
    before, scrolled = entries(reader), reader.evaluate("scrollY")
    assert scrolled > 0
    reader.evaluate(SETTLED)
    log(f"Beside it {uuid4().hex[:8]}")

    expect(reader.locator(COUNTED)).to_contain_text(f"{before + 1} entries")
    expect(draft).to_be_focused()
    expect(draft).to_have_value("Half a sentence")
    assert draft.evaluate("each => [each.selectionStart, each === window.typedIn]") == [3, True]
    expect(reader.locator("#timeline .tl-table")).to_be_visible()
    assert reader.evaluate("[scrollY, window.shifts.length]") == [scrolled, 0]


def test_a_region_in_which_somebody_edits_is_left_alone(reader: Page, log: Log) -> None:
    before = entries(reader)
    reader.evaluate(
        """() => {
          const form = document.createElement("form");
          form.style.position = "absolute";
          form.append(Object.assign(document.createElement("input"), { id: "mine" }));
          document.querySelector("#result").append(form);
        }"""
    )
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    reader.locator("#mine").focus()
    with reader.expect_response(re.compile("part=hero")):
        log(f"While editing {uuid4().hex[:8]}")
    reader.wait_for_load_state("networkidle")
    assert not [url for url in asked if "part=result" in url]

    with reader.expect_response(re.compile("part=result")):
        reader.locator("#mine").blur()
    expect(reader.locator(COUNTED)).to_contain_text(f"{before + 1} entries")


def test_an_answer_that_is_not_the_region_is_not_shown(reader: Page, log: Log) -> None:
    reader.route(re.compile("part="), lambda route: route.fulfill(status=200, body="<p>Sign in"))
    before = reader.locator("#hero").text_content()
    with reader.expect_response(re.compile("part=hero")):
        log(f"Not for you {uuid4().hex[:8]}")
    reader.wait_for_load_state("networkidle")

    assert reader.locator("#hero").text_content() == before
    assert reader.get_by_text("Sign in").count() == 0


def test_a_review_and_what_all_learned_keep_up(reader: Page, other: Page, log: Log) -> None:
    assert reader
    other.goto("/review")
    expect(other.locator("#live")).to_have_class(LIVE)
    other.evaluate(WATCH)
    other.evaluate(SETTLED)
    facts = re.compile(r"([\d,]+) facts became known")
    said = facts.search(other.locator(".hero-text").inner_text())
    assert said
    before = int(said[1].replace(",", ""))
    log(f"While it is reviewed {uuid4().hex[:8]}")

    expect(other.locator(".hero-text")).to_contain_text(f"{before + 1:,} facts became known")
    assert other.evaluate("window.shifts") == []

    other.goto("/together")
    expect(other.locator("#live")).to_have_class(LIVE)
    with other.expect_response(lambda answer: "part=pictures" in answer.url) as heard:
        log(f"While they look together {uuid4().hex[:8]}")
    assert heard.value.status == 200
