"""A review is opened and closed where one stood; what was seen then can be seen again."""

import re

from domain.facts.decision import ReviewClosed, ReviewOpened
from tests.support.machines.clock import Clock
from tests.support.pages.browser import Browser
from tests.support.stories.reviews import closed, hidden, said

NUMBERS = re.compile(r"\d[\d,.]*")


def test_closing_moves_the_bookmark_to_what_was_shown(
    browser: Browser, shown: str, clock: Clock
) -> None:
    page = browser.page("/review")
    seen = browser.head()
    browser.sent("/log", {"pilot": shown, "text": "Meanwhile"})
    browser.sent("/review/close", hidden(page, "/review/close"))

    opened, done = (event.fact for event in browser.stored(after=browser.head() - 2))
    assert isinstance(opened, ReviewOpened)
    assert isinstance(done, ReviewClosed)
    assert opened.seen.position == done.seen.position == seen
    clock.pass_days(1)
    after = browser.page("/review?since=last")
    assert f"at position {seen}" in after.text()
    assert said(after).startswith("1 pilot moved")  # what was logged meanwhile was not seen
    assert after.first("p", class_="line-new").first("a").text() == "1 event"


def test_nothing_moved_after_a_review_was_closed(browser: Browser, shown: str) -> None:
    assert shown
    page = closed(browser)

    assert said(page).startswith("0 pilots moved")
    assert "Nothing moved since" in page.text()
    assert "1 quiet" in [n.text() for n in page.find("summary")]


def test_a_form_that_is_sent_twice_closes_once(browser: Browser, shown: str) -> None:
    assert shown
    fields = hidden(browser.page("/review"), "/review/close") | {"command_id": "close-it-once"}
    first, again = (browser.send("/review/close", fields) for _ in range(2))

    assert first.headers["location"] == again.headers["location"]
    assert sum(isinstance(event.fact, ReviewClosed) for event in browser.stored()) == 1


def test_a_review_that_was_started_is_closed_from_its_page(browser: Browser, shown: str) -> None:
    assert shown
    browser.sent("/reviews/open", hidden(browser.page("/review"), "/review/close"))
    page = browser.page("/review")
    assert "A review is open" in page.text()

    browser.sent("/review/close", hidden(page, "/review/close"))

    facts = [event.fact for event in browser.stored()]
    assert sum(isinstance(fact, ReviewOpened) for fact in facts) == 1
    assert "A review is open" not in browser.page("/review").text()


def test_a_closed_review_leads_to_what_was_seen_then(
    browser: Browser, shown: str, clock: Clock
) -> None:
    for text in ("First", "Second"):
        browser.sent("/log", {"pilot": shown, "text": text})
        page = browser.page("/review")
        link = next(n.attrs["href"] for n in page.find("a") if "/review/print?" in n.attrs["href"])
        seen = browser.page(link).first("article").text()
        closed(browser)
        clock.pass_days(2)
        kept = [n for n in browser.page("/review").find("a") if n.text() == "Print what was seen"]
        assert browser.page(kept[0].attrs["href"]).first("article").text() == seen


def test_the_past_can_be_looked_at_and_not_closed(
    browser: Browser, shown: str, clock: Clock
) -> None:
    assert shown
    clock.pass_days(5)
    page = browser.page("/review?as_of=2026-03-03")

    assert "As known on" in page.first("p", role="status").text()
    assert "/review/close" not in [n.attrs.get("action") for n in page.find("form")]


def test_an_auditor_reads_the_review_and_closes_nothing(manager: Browser, auditor: Browser) -> None:
    manager.sent("/pilots/propose", {"title": "Nights", "accomplishment": "No call is lost."})
    page, day = auditor.page("/review"), "2026-03-02T00:00:00Z"

    assert said(page).startswith("1 pilot moved")
    assert "/review/close" not in [n.attrs.get("action") for n in page.find("form")]
    assert "/review/close" in [n.attrs.get("action") for n in manager.page("/review").find("form")]
    assert "Links for people without an account" not in page.text()
    assert auditor.send("/review/close", {"from": day, "to": day}).status_code == 403


def test_a_review_that_took_a_while_is_printed_as_it_was_closed(
    browser: Browser, shown: str, clock: Clock
) -> None:
    browser.sent("/reviews/open", hidden(browser.page("/review"), "/review/close"))
    clock.pass_days(0.01)
    browser.sent("/log", {"pilot": shown, "text": "Meanwhile"})
    page = browser.page("/review")
    link = next(n.attrs["href"] for n in page.find("a") if "/review/print?" in n.attrs["href"])
    seen = browser.page(link).first("article").text()
    browser.sent("/review/close", hidden(page, "/review/close"))

    kept = [n for n in browser.page("/review").find("a") if n.text() == "Print what was seen"]
    assert browser.page(kept[0].attrs["href"]).first("article").text() == seen
