"""Of a link only its digest is kept, and only managers make one, for 90 days at most."""

import logging
from hashlib import sha256

import pytest

from domain.kernel.access import Asker
from tests.support.pages.browser import Browser, sign_in
from tests.support.pages.reading_pages import read
from tests.support.pages.review_links import form, lend, rows
from web.accounts.tables import OPERATIONS_LOG, SHARES
from web.bootstrap import Platform
from web.pages.review.page import LINK

DAY = 86400


def test_only_the_digest_is_kept_and_the_log_of_operations_tells_who(
    browser: Browser, here: Platform, you: Asker, shown: str
) -> None:
    assert shown
    token = lend(browser).rpartition("/")[2]
    (kept,) = rows(here, SHARES)
    revoke = browser.page("/review").first("form", action="/review/unshare")
    for _ in range(2):
        browser.sent("/review/unshare", revoke.values())

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

    monkeypatch.setattr("web.pages.review.share.review_of", broken)
    with caplog.at_level(logging.DEBUG):
        assert browser.get(path).status_code == 500
    ours = [r.getMessage() for r in caplog.records if not r.name.startswith("httpx")]  # no client's
    assert path.rpartition("/")[2] not in str(ours)
