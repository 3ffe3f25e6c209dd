"""A link shows the print of one review to whoever has it, until it expires or is revoked."""

from tests.support.machines.clock import Clock
from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import read
from tests.support.pages.review_links import form, lend
from tests.support.stories.world import World
from web.bootstrap import Platform
from web.pages.review.share import GONE

DAY = 86400


def test_a_link_shows_the_print_as_it_was_seen_and_leads_nowhere_else(
    browser: Browser, here: Platform, world: World, clock: Clock
) -> None:
    path = lend(browser)
    stranger = Browser(here)
    stranger.platform = here
    before = stranger.get(path)
    clock.pass_days(5)
    browser.sent("/log", {"pilot": world.pilot, "text": "Later"})
    after = stranger.get(path)

    assert after.text == before.text
    page = read(after.text)
    assert page.find("a") == page.find("form") == page.find("script") == []
    exact = form(browser.page("/review"), "/review/share").attrs["action"]
    assert exact
    assert page.first("h1").text().startswith("Review,")


def test_a_link_says_the_numbers_of_the_page(browser: Browser, world: World) -> None:
    assert world.pilot
    page = read(browser.get(lend(browser)).text)
    told = browser.get("/api/v1/review").json()

    rows_ = page.find("article")
    assert [row.first("h2").text() for row in rows_] == [x["title"] for x in told["lines"]]
    assert page.first("header").first("p").text().startswith(f"{told['moved']} pilot")


def test_a_link_needs_no_account_and_lets_nobody_in(platform: Platform, manager: Browser) -> None:
    path = lend(manager)
    stranger = Browser(platform)

    assert stranger.get(path).status_code == 200
    assert stranger.get("/review").status_code == 303  # to sign in
    assert stranger.get("/api/v1/review").status_code == 401


def test_a_link_is_kept_from_search_engines_caches_and_other_sites(
    browser: Browser, shown: str
) -> None:
    assert shown
    for answer in (browser.get(lend(browser)), browser.get("/shared/nobody-knows")):
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "noindex" in answer.headers["x-robots-tag"]
        assert answer.headers["cache-control"] == "no-store"


def test_expired_revoked_and_unknown_links_answer_alike(
    browser: Browser, shown: str, clock: Clock
) -> None:
    assert shown
    revoked, expired = lend(browser), lend(browser, "2")
    first = browser.page("/review").find("form", action="/review/unshare")[-1]
    browser.sent("/review/unshare", first.values())
    assert browser.get(expired).status_code == 200
    clock.pass_days(2)

    answers = [browser.get(path) for path in (revoked, expired, "/shared/nobody", "/shared/%00")]
    assert {(a.status_code, a.text) for a in answers} == {(404, f"{GONE}\n")}
    assert browser.page("/review").find("form", action="/review/unshare") == []
