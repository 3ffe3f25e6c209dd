"""The search page finds what people wrote, marks it, and pages on; now or as it was known."""

from urllib.parse import quote

import pytest

from pilots.commands.lesson import LearnLesson
from tests.support.machines.clock import Clock
from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import Node
from tests.support.stories.builders import ask
from tests.support.stories.world import World
from tests.web.pages.test_escaping import EVIL, is_harmless

PAGE = 20


def rows(page: Node) -> list[str]:
    return [row.first("h2").text() for row in page.find("article", class_="row")]


def empty(page: Node) -> str:
    return " ".join(n.text() for n in page.find("section", class_="card empty"))


@pytest.fixture
def many(browser: Browser, world: World) -> list[str]:
    """More lessons with one word than fit on a page, the newest first."""
    assert browser.platform.local
    texts = [f"Tide {number} comes" for number in range(PAGE + 3)]
    for text in texts:
        ask(browser.platform, browser.platform.local, LearnLesson(pilot=world.pilot, text=text))
    return texts[::-1]


@pytest.mark.parametrize("asked", ["", "?q=", "?q=%20%20", "?q=%00", "?q=***"])
def test_without_words_there_is_a_form_and_nothing_found(
    browser: Browser, world: World, asked: str
) -> None:
    page = browser.page(world.at("/search") + asked)

    assert page.first("form", role="search").first("input", name="q").attrs["type"] == "search"
    assert rows(page) == []


@pytest.mark.parametrize(
    ("word", "text", "marked", "place"),
    [
        ("four", "Four of ten read it.", "Four", "/findings/{evidence}"),
        ("ASK twi", "Ask twice.", "Ask", "/lessons/{later}"),
        ("screen", "All have a screen.", "screen.", "/assumptions/{assumption}"),
        ("hour", "An hour a week.", "hour", "/values/{value}"),
        ("quiet", "Quiet", "Quiet", "/programmes/{programme}"),
        ("come", "Come.", "Come.", "/invitations/{invitation}"),
    ],
)
def test_what_was_written_is_found_marked_and_leads_to_its_thing(
    browser: Browser, world: World, word: str, text: str, marked: str, place: str
) -> None:
    page = browser.page(f"/search?q={quote(word)}")

    row = next(r for r in page.find("article", class_="row") if r.first("h2").text() == text)
    assert row.first("mark").text() == marked
    assert row.first("a").attrs["href"] == world.at(place)
    assert row.first("time").attrs["datetime"].startswith("2026-03-02")
    assert browser.get(row.first("a").attrs["href"]).status_code == 200


def test_nothing_found_is_said_in_a_sentence(browser: Browser, world: World) -> None:
    page = browser.page(world.at("/search?q=nowhere+to+be+found"))

    assert rows(page) == []
    assert "Nothing was found for “nowhere to be found”" in empty(page)


@pytest.mark.parametrize(
    "evil", [EVIL, "<mark>", '"><svg onload=alert(1)>', "' OR 1=1 --", '" AND']
)
def test_what_is_asked_and_what_is_found_are_text(
    browser: Browser, world: World, evil: str
) -> None:
    browser.sent("/lessons/learn", {"pilot": world.pilot, "text": f"Zebra {evil} zebra"})

    for asked in (evil, "zebra"):
        answer = browser.get(f"/search?q={quote(asked)}")
        assert answer.status_code == 200
        page = browser.page(f"/search?q={quote(asked)}")
        is_harmless(page)
        assert page.first("input", name="q").attrs["value"] == asked[:200].strip()
        assert len(page.find("mark")) == len(rows(page))
        assert not page.find("svg", onload="alert(1)")
    assert browser.page("/search?q=zebra").first("h2").text().startswith("Zebra")


def test_many_are_shown_page_by_page_each_once(browser: Browser, many: list[str]) -> None:
    first = browser.page("/search?q=tide")
    older = next(n for n in first.find("a", class_="btn") if n.text() == "Older")
    second = browser.page(older.attrs["href"])

    assert rows(first) == many[:PAGE]
    assert rows(second) == many[PAGE:]
    assert not [n for n in second.find("a", class_="btn") if n.text() == "Older"]


def test_the_best_come_first_where_that_is_asked_for(browser: Browser, world: World) -> None:
    best = "Whale whale whale."
    for text in (best, "A whale was seen far out, and then for a long time nothing was at all."):
        browser.sent("/lessons/learn", {"pilot": world.pilot, "text": text})

    newest, ranked = (browser.page(f"/search?q=whale{order}") for order in ("", "&order=best"))

    assert rows(newest)[-1] == rows(ranked)[0] == best
    for page, chosen in ((newest, "Newest first"), (ranked, "Best first")):
        order = page.first("nav", aria_label="Order").first("a", aria_current="true")
        assert order.text() == chosen
    assert ranked.first("input", name="order").attrs["value"] == "best"


def test_what_was_not_known_then_is_not_found(browser: Browser, world: World, clock: Clock) -> None:
    before = browser.head()
    clock.pass_days(1)
    browser.sent("/lessons/learn", {"pilot": world.pilot, "text": "Zebras come late."})

    assert rows(browser.page("/search?q=zebras")) == ["Zebras come late."]
    for looking in ("as_of=2026-03-02", f"at={before}"):
        assert rows(browser.page(f"/search?q=zebras&{looking}")) == []
        known = browser.page(f"/search?q=four&{looking}")
        assert rows(known) == ["Four of ten read it."]
        link = known.first("article", class_="row").first("a").attrs["href"]
        assert link.endswith(f"?{looking}")


def test_an_auditor_may_search_and_nobody_may_not(auditor: Browser) -> None:
    assert rows(auditor.page("/search?q=audre")) == ["audre"]
    assert Browser(auditor.platform).get("/search?q=audre").status_code == 303
