"""The review: since the last one or between days, opened, closed and printed as it was seen."""

import re

import pytest
from msgspec import json

from domain.facts.decision import ReviewClosed, ReviewOpened
from tests.conftest import Clock
from tests.web.browsers import Browser
from tests.web.reading import Node, read
from tests.web.world import World
from web.paths import local_path

NUMBERS = re.compile(r"\d[\d,.]*")


def said(page: Node) -> str:
    """Return the sentence in numbers."""
    return page.first("p", class_="lead").text()


def hidden(page: Node, action: str) -> dict[str, str]:
    """Return what a form of the page sends along, but for its id."""
    (form,) = [n for n in page.find("form") if n.attrs.get("action", "").startswith(action)]
    fields = {n.attrs["name"]: n.attrs.get("value", "") for n in form.find("input")}
    return {name: value for name, value in fields.items() if name != "command_id"}


def closed(browser: Browser) -> Node:
    """Close the review that is shown, in one click."""
    return browser.done("/review/close", hidden(browser.page("/review"), "/review/close"))


def test_a_review_without_any_pilot_says_how_to_begin(browser: Browser) -> None:
    page = browser.page("/review").first("main")

    assert "There is no pilot to review yet." in page.text()
    assert "/pilots/propose" in [n.attrs["href"] for n in page.find("a")]


def test_one_fact_alone_makes_a_review(browser: Browser, shown: str) -> None:
    page = browser.page("/review")

    assert said(page).startswith("1 pilot moved, 0 hamster wheels, 0 decisions due")
    assert len(page.find("li", class_="row line")) == 1
    assert f"/pilots/{shown}" in [n.attrs["href"] for n in page.first("h3").find("a")]


def test_closing_moves_the_bookmark_to_what_was_shown(
    browser: Browser, shown: str, clock: Clock
) -> None:
    page = browser.page("/review")
    seen = browser.head()
    browser.done("/log", {"pilot": shown, "text": "Meanwhile"})
    browser.done("/review/close", hidden(page, "/review/close"))

    opened, done = (event.fact for event in browser.stored(after=browser.head() - 2))
    assert isinstance(opened, ReviewOpened)
    assert isinstance(done, ReviewClosed)
    assert opened.seen.position == done.seen.position == seen
    clock.pass_days(1)
    after = browser.page("/review?since=last")
    assert f"at position {seen}" in after.text()
    assert said(after).startswith("1 pilot moved")  # what was logged meanwhile was not seen
    assert after.first("a", class_="tag").text() == "1 fact"


def test_nothing_moved_after_a_review_was_closed(browser: Browser, shown: str) -> None:
    assert shown
    page = closed(browser)

    assert said(page).startswith("0 pilots moved")
    assert "Nothing moved since" in page.text()
    assert page.first("summary").text() == "1 quiet"


def test_a_form_that_is_sent_twice_closes_once(browser: Browser, shown: str) -> None:
    assert shown
    fields = hidden(browser.page("/review"), "/review/close") | {"command_id": "close-it-once"}
    first, again = (browser.send("/review/close", fields) for _ in range(2))

    assert first.headers["location"] == again.headers["location"]
    assert sum(isinstance(event.fact, ReviewClosed) for event in browser.stored()) == 1


def test_a_review_that_was_started_is_closed_from_its_page(browser: Browser, shown: str) -> None:
    assert shown
    page = browser.done("/review/start", hidden(browser.page("/review"), "/review/start"))
    assert "A review is open" in page.text()
    assert not [n for n in page.find("form") if n.attrs.get("action") == "/review/start"]

    browser.done("/review/close", hidden(page, "/review/close"))

    facts = [event.fact for event in browser.stored()]
    assert sum(isinstance(fact, ReviewOpened) for fact in facts) == 1
    assert "A review is open" not in browser.page("/review").text()


def test_days_are_days_of_the_reader(browser: Browser, shown: str, clock: Clock) -> None:
    clock.pass_days(0.25)  # Monday 15:00 UTC is Tuesday 04:00 in Auckland
    browser.done("/log", {"pilot": shown, "text": "In the afternoon"})
    clock.pass_days(3)
    path = "/review?from=2026-03-03&to=2026-03-03"

    assert said(browser.page(path)).startswith("0 pilots moved")
    there = browser.page(path, cookie="pilotlog-zone=Pacific/Auckland")
    assert said(there).startswith("1 pilot moved")
    day_before = browser.page("/review?from=2026-03-01&to=2026-03-01")
    assert said(day_before).startswith("0 pilots moved")  # nothing later is seen
    assert "There is no pilot to review yet." in day_before.text()


@pytest.mark.parametrize(
    "asked", ["from=yesterday", "to=2026-13-01", "from=2026-03-09&to=2026-03-02", "from=%00"]
)
@pytest.mark.parametrize("path", ["/review", "/review/print", "/review.txt"])
def test_days_that_are_none_are_refused_in_a_sentence(
    browser: Browser, path: str, asked: str
) -> None:
    answer = browser.get(f"{path}?{asked}")

    assert answer.status_code == 422
    assert read(answer.text).first("p", role="alert").text().endswith(".")


def test_the_print_says_the_same_numbers_later_on(
    browser: Browser, world: World, clock: Clock
) -> None:
    page = browser.page("/review")
    (link,) = {n.attrs["href"] for n in page.find("a") if "/review/print?" in n.attrs["href"]}
    told = browser.get(f"/api/v1/review?{link.partition('?')[2]}").json()
    before = browser.page(link).text()
    clock.pass_days(40)
    browser.done("/log", {"pilot": world.pilot, "text": "Later"})
    closed(browser)

    assert browser.page(link).text() == before
    assert browser.get(f"/api/v1/review?{link.partition('?')[2]}").json() == told
    (kept,) = [n for n in browser.page("/review").find("a") if n.text() == "Print what was seen"]
    assert "Later" not in before
    assert browser.page(kept.attrs["href"]).text() != before


def test_a_closed_review_leads_to_what_was_seen_then(
    browser: Browser, shown: str, clock: Clock
) -> None:
    for text in ("First", "Second"):
        browser.done("/log", {"pilot": shown, "text": text})
        page = browser.page("/review")
        link = next(n.attrs["href"] for n in page.find("a") if "/review/print?" in n.attrs["href"])
        seen = browser.page(link).first("table").text()
        closed(browser)
        clock.pass_days(2)
        kept = [n for n in browser.page("/review").find("a") if n.text() == "Print what was seen"]
        assert browser.page(kept[0].attrs["href"]).first("table").text() == seen


def test_s004_too_fast_for_one__the_digest_says_the_numbers_of_the_page(
    browser: Browser, world: World
) -> None:
    assert world.pilot
    answer = browser.get("/review.txt")
    page = browser.page("/review")

    assert answer.headers["content-type"].startswith("text/plain")
    (paragraph,) = answer.text.splitlines()
    numbers = NUMBERS.findall(said(page))
    assert NUMBERS.findall(paragraph.partition(": ")[2])[: len(numbers)] == numbers
    assert f"position {browser.head()}." in paragraph
    address = paragraph.split()[-1].removeprefix("http://localhost")
    assert browser.get(local_path(address)).status_code == 200


def test_the_api_tells_the_lines_of_the_page(browser: Browser, world: World) -> None:
    assert world.pilot
    told = browser.get("/api/v1/review").json()
    page = browser.page("/review")

    titles = [n.text() for n in page.find("h3") if n.find("a")]
    assert [line["title"] for line in told["lines"]] == titles
    assert told["position"] == browser.head()
    assert json.decode(json.encode(told)) == told
    described = browser.get("/api/openapi.json").json()["paths"]["/api/v1/review"]["get"]
    names = {parameter["name"] for parameter in described["parameters"]}
    assert {"as_of", "at", "from", "to"} <= names


def test_numbers_in_the_sentence_lead_to_what_they_count(browser: Browser, world: World) -> None:
    links = [n.attrs["href"] for n in browser.page("/review").first("p", class_="lead").find("a")]
    assert [href.partition("?")[2] for href in links] == [
        "only=moved#strip",
        "only=wheel#strip",
        "only=due#strip",
    ]
    assert "None in this stretch." in browser.page("/review?only=wheel").text()
    moved = browser.page("/review?only=moved").find("li", class_="row line")
    assert str(len(moved)) in said(browser.page("/review"))
    assert world.pilot


def test_the_past_can_be_looked_at_and_not_closed(
    browser: Browser, shown: str, clock: Clock
) -> None:
    assert shown
    clock.pass_days(5)
    page = browser.page("/review?as_of=2026-03-03")

    assert "As known on" in page.first("p", role="status").text()
    assert "/review/close" not in [n.attrs.get("action") for n in page.find("form")]


def test_an_auditor_reads_the_review_and_closes_nothing(auditor: Browser) -> None:
    page, day = auditor.page("/review"), "2026-03-02T00:00:00Z"

    assert "/review/close" not in [n.attrs.get("action") for n in page.find("form")]
    assert "Links for people without an account" not in page.text()
    assert auditor.send("/review/close", {"from": day, "to": day}).status_code == 403
