"""The review: since the last one or between days, opened, closed and printed as it was seen."""

import re

import pytest
from msgspec import json

from tests.support.machines.clock import Clock
from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import read
from tests.support.stories.reviews import closed, said
from tests.support.stories.world import World
from web.http.redirects import local_path

NUMBERS = re.compile(r"\d[\d,.]*")


def test_a_review_without_any_pilot_says_how_to_begin(browser: Browser) -> None:
    page = browser.page("/review").first("main")

    assert "There is no pilot to review yet." in page.text()
    assert "/pilots/propose" in [n.attrs["href"] for n in page.find("a")]


def test_one_fact_alone_makes_a_review(browser: Browser, shown: str) -> None:
    page = browser.page("/review")

    assert said(page).startswith("1 pilot moved, 0 hamster wheels, 0 decisions due")
    assert len(page.find("li", class_="card line")) == 1
    assert f"/pilots/{shown}" in [n.attrs["href"] for n in page.first("h3").find("a")]


def test_days_are_days_of_the_reader(browser: Browser, shown: str, clock: Clock) -> None:
    clock.pass_days(0.25)  # Monday 15:00 UTC is Tuesday 04:00 in Auckland
    browser.sent("/log", {"pilot": shown, "text": "In the afternoon"})
    clock.pass_days(3)
    path = "/review?from=2026-03-03&to=2026-03-03"

    assert said(browser.page(path)).startswith("0 pilots moved")
    there = browser.page(path, cookie="pilotlog-zone=Pacific/Auckland")
    assert said(there).startswith("1 pilot moved")
    day_before = browser.page("/review?from=2026-03-01&to=2026-03-01")
    assert said(day_before).startswith("0 pilots moved")  # nothing later is seen
    assert "There is no pilot to review yet." in day_before.text()


@pytest.mark.parametrize(
    "asked", ["from=soon", "to=2026-13-01", "from=2026-03-09&to=2026-03-02", "from=%00"]
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
    browser.sent("/log", {"pilot": world.pilot, "text": "Later"})
    closed(browser)

    assert browser.page(link).text() == before
    assert browser.get(f"/api/v1/review?{link.partition('?')[2]}").json() == told
    (kept,) = [n for n in browser.page("/review").find("a") if n.text() == "Print what was seen"]
    assert "Later" not in before
    assert browser.page(kept.attrs["href"]).text() != before


@pytest.mark.row("S004-too-fast-for-one")
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
    moved = browser.page("/review?only=moved").find("li", class_="card line")
    assert str(len(moved)) in said(browser.page("/review"))
    assert world.pilot


def test_looking_back_keeps_the_days_of_the_review(browser: Browser, shown: str) -> None:
    assert shown
    page = browser.page("/review?from=2026-02-20&to=2026-03-02&after=0")

    looking_back = page.first("form", class_="card as-of-panel").values()

    assert {"from": "2026-02-20", "to": "2026-03-02"}.items() <= looking_back.items()
    assert "after" not in looking_back
    assert (
        "from"
        not in browser.page("/pilots?from=0").first("form", class_="card as-of-panel").values()
    )


def test_a_first_review_opens_on_the_days_there_are_where_none_is_new(
    browser: Browser, shown: str, clock: Clock
) -> None:
    clock.pass_days(400)

    page = browser.page("/review")

    assert "Nothing was logged here in the last 30 days" in page.text()
    assert page.find("li", id=f"line-{shown}")
    browser.sent("/log", {"pilot": shown, "text": "Begun again"})
    assert "these are the last 30 days" in " ".join(browser.page("/review").text().split())
