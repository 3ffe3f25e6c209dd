"""After a form one comes back to this site, whatever an address or a header says."""

from urllib.parse import urljoin, urlsplit

import pytest

from tests.support.pages.browser import PASSWORD, Browser, sign_in
from tests.support.pages.reading_pages import read
from web.bootstrap import Platform

EVIL = (
    "//evil.example",
    "///evil.example",
    "http://evil.example",
    "https://localhost.evil.example/",
    "http://localhost@evil.example/",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    " //evil.example",
    "/%0a/evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "http:evil.example",
    "http:/evil.example",
    "http:///evil.example",
    "http://[",
    "//[::1",
    "/x\r\nSet-Cookie: a=b",
    "http://localhost//evil.example",
    "http://localhost/\\evil.example",
)


def is_here(location: str) -> bool:
    for way in (location, location.replace("\\", "/"), location.replace("\t", "")):
        if urlsplit(urljoin("http://localhost/a/b", way))[:2] != ("http", "localhost"):
            return False
    return location.startswith("/")


@pytest.mark.parametrize("evil", EVIL)
def test_a_form_leads_back_here(browser: Browser, shown: str, evil: str) -> None:
    answer = browser.send("/log", {"pilot": shown, "text": "x", "back": evil})

    assert answer.status_code == 303
    assert is_here(answer.headers["location"])
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("evil", EVIL)
def test_a_theme_leads_back_here(browser: Browser, evil: str) -> None:
    answer = browser.client.post("/theme", data={"theme": "dark", "back": evil})

    assert answer.status_code == 303
    assert is_here(answer.headers["location"])
    assert answer.cookies.get("a") is None


@pytest.mark.parametrize("evil", EVIL)
def test_signing_in_leads_here(platform: Platform, evil: str) -> None:
    name = f"mere-{EVIL.index(evil)}"
    stranger = Browser(sign_in(platform, name, "member").platform)

    form = stranger.client.get("/login", params={"next": evil})
    assert form.status_code == 200
    kept = read(form.text).first("input", name="next").attrs["value"]
    assert is_here(kept)

    said = {"login": name, "password": PASSWORD, "next": evil}
    answer = stranger.client.post("/login", data=said)
    assert answer.status_code == 303
    assert is_here(answer.headers["location"])


@pytest.mark.parametrize("evil", [each for each in EVIL if each.isprintable()])
def test_the_way_back_on_a_form_leads_here(browser: Browser, evil: str) -> None:
    for answer in (
        browser.get("/pilots/propose", referer=evil),
        browser.client.get("/pilots/propose", params={"back": evil}),
        browser.send("/pilots/propose", {"title": "", "back": evil}),
    ):
        assert answer.status_code in (200, 422)
        page = read(answer.text).first("main")
        assert is_here(page.first("input", name="back").attrs["value"])
        assert all(is_here(link.attrs["href"]) for link in page.find("a"))


def test_one_comes_back_to_where_one_was(browser: Browser, shown: str) -> None:
    answer = browser.send("/log", {"pilot": shown, "text": "x", "back": f"/pilots/{shown}"})

    assert answer.headers["location"] == f"/pilots/{shown}?did={browser.head()}"
