"""A link shows the print of one review to whoever has it, until it expires or is revoked."""

import logging
from hashlib import sha256
from typing import Any

import pytest
from sqlalchemy import select

from domain.access import Asker
from tests.conftest import Clock
from tests.web.browsers import Browser, sign_in
from tests.web.reading import Node, read
from tests.web.world import World
from web.accounts.tables import OPERATIONS_LOG, SHARES
from web.bootstrap import Platform
from web.pages.review import LINK
from web.pages.review_share import GONE

DAY = 86400


def form(page: Node, action: str) -> Node:
    """Return the form of a page that is sent to an address."""
    return next(n for n in page.find("form") if n.attrs.get("action", "").startswith(action))


def lend(browser: Browser, days: str = "14") -> str:
    """Make a link to the review that is shown, and return where it leads, as the page says."""
    asked = form(browser.page("/review"), "/review/share")
    answer = browser.send(asked.attrs["action"], asked.values() | {"days": days})
    assert answer.status_code == 303, answer.text
    assert "shared/" not in answer.headers["location"]
    page = browser.page("/review")
    return page.first("input", id="new-link").attrs["value"].removeprefix("http://localhost")


def rows(platform: Platform, table: Any) -> list[Any]:
    with platform.operations.connect() as db:
        return list(db.execute(select(table)))


def test_a_link_shows_the_print_as_it_was_seen_and_leads_nowhere_else(
    browser: Browser, here: Platform, world: World, clock: Clock
) -> None:
    path = lend(browser)
    stranger = Browser(here)
    stranger.platform = here
    before = stranger.get(path)
    clock.pass_days(5)
    browser.done("/log", {"pilot": world.pilot, "text": "Later"})
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

    rows_ = page.first("tbody").find("tr")
    assert [row.first("th").inside[0] for row in rows_] == [x["title"] for x in told["lines"]]
    assert [row.find("td")[1].text() for row in rows_] == [str(x["turns"]) for x in told["lines"]]


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
    browser.done("/review/unshare", first.values())
    assert browser.get(expired).status_code == 200
    clock.pass_days(2)

    answers = [browser.get(path) for path in (revoked, expired, "/shared/nobody", "/shared/%00")]
    assert {(a.status_code, a.text) for a in answers} == {(404, f"{GONE}\n")}
    assert browser.page("/review").find("form", action="/review/unshare") == []


def test_only_the_digest_is_kept_and_the_log_of_operations_tells_who(
    browser: Browser, here: Platform, you: Asker, shown: str
) -> None:
    assert shown
    token = lend(browser).rpartition("/")[2]
    (kept,) = rows(here, SHARES)
    revoke = browser.page("/review").first("form", action="/review/unshare")
    for _ in range(2):
        browser.done("/review/unshare", revoke.values())

    digest = sha256(token.encode()).hexdigest()
    assert kept.token_digest == digest
    assert token not in str(rows(here, SHARES) + rows(here, OPERATIONS_LOG))
    noted = [(row.by, row.name, row.about) for row in rows(here, OPERATIONS_LOG)]
    assert noted == [
        (you.person, "review-shared", digest),
        (you.person, "review-unshared", digest),
    ]


def test_a_new_link_is_shown_once(browser: Browser, shown: str) -> None:
    assert shown
    lend(browser)

    assert browser.client.cookies.get(LINK) is None
    assert browser.page("/review").find("input", id="new-link") == []


@pytest.mark.parametrize("days", ["0", "91", "-1", "soon", "", "9" * 40])
def test_a_link_lasts_at_most_90_days(browser: Browser, shown: str, days: str) -> None:
    assert shown
    asked = form(browser.page("/review"), "/review/share")
    answer = browser.send(asked.attrs["action"], asked.values() | {"days": days})

    assert answer.status_code == 422
    page = read(answer.text)
    assert "1 to 90 days" in page.first("p", role="alert").text()
    assert page.first("input", id="link-days").attrs["aria-invalid"] == "true"


def test_only_managers_make_and_revoke_links(
    platform: Platform, manager: Browser, member: Browser
) -> None:
    path = lend(manager)
    (kept,) = rows(platform, SHARES)

    assert "new-link" not in member.get("/review").text
    assert member.send("/review/share", {"days": "14"}).status_code == 403
    assert member.send("/review/unshare", {"link": kept.token_digest}).status_code == 403
    assert sign_in(platform, "mo", "auditor").send("/review/share", {}).status_code == 403
    assert manager.get(path).status_code == 200


def test_a_link_lands_in_no_log_even_when_the_page_breaks(
    browser: Browser, shown: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shown
    path = lend(browser)

    def broken(*_: object, **__: object) -> None:
        message = "The sheet cannot be drawn."
        raise RuntimeError(message)

    monkeypatch.setattr("web.pages.review_share.review_of", broken)
    with caplog.at_level(logging.DEBUG):
        assert browser.get(path).status_code == 500
    ours = [r.getMessage() for r in caplog.records if not r.name.startswith("httpx")]  # no client's
    assert path.rpartition("/")[2] not in str(ours)
