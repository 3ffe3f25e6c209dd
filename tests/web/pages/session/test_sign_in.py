"""One comes in with the right password only; a wrong one says nothing more."""

import pytest
from httpx2 import Response

from tests.support.pages.browser import PASSWORD, Browser, sign_in
from tests.support.pages.reading_pages import read
from web.bootstrap import Platform


def enter(browser: Browser, login: str, password: str, **more: str) -> Response:
    return browser.client.post("/login", data={"login": login, "password": password} | more)


@pytest.mark.parametrize("path", ["/", "/pilots", "/log", "/pilots/pilot-0", "/pilots/propose"])
def test_who_is_not_signed_in_is_led_to_where_one_does(stranger: Browser, path: str) -> None:
    answer = stranger.get(path)

    assert (answer.status_code, answer.headers["location"]) == (303, f"/login?next={path}")


@pytest.mark.parametrize("path", ["/pilots/propose", "/log", "/people/register"])
def test_who_is_not_signed_in_changes_nothing(stranger: Browser, path: str) -> None:
    answer = stranger.send(path, {"title": "x", "name": "x"})

    assert answer.status_code == 401
    assert read(answer.text).first("input", name="password")
    assert stranger.head() == 0


def test_the_right_password_opens_a_session(platform: Platform, stranger: Browser) -> None:
    sign_in(platform, "right", "member")

    answer = enter(stranger, "right", PASSWORD, next="/lessons?loop=tool")

    assert (answer.status_code, answer.headers["location"]) == (303, "/lessons?loop=tool")
    flags = answer.headers["set-cookie"].lower()
    assert "httponly" in flags
    assert "samesite=lax" in flags
    assert "path=/" in flags
    assert stranger.page("/people").first("a", class_="rail-link me").first("b").text() == "right"


def test_the_session_cookie_is_for_https_alone_where_the_site_is(platform: Platform) -> None:
    sign_in(platform, "tls", "member")
    browser = Browser(platform)
    said = {"login": "tls", "password": PASSWORD}

    answer = browser.client.post("https://localhost/login", data=said)

    assert "secure" in answer.headers["set-cookie"].lower()


@pytest.mark.parametrize(
    ("login", "password"),
    [
        ("wrong-1", "not the password"),
        ("wrong-2", ""),
        ("wrong-3", PASSWORD.upper()),
        ("wrong-4", PASSWORD + "\x00"),
        ("wrong-5", "x" * 1_000_000),
        ("nobody-1", PASSWORD),
        ("", PASSWORD),
        ("x" * 100_000, PASSWORD),
        ("' or 1=1 --", PASSWORD),
    ],
)
def test_whatever_is_wrong_the_answer_is_the_same(
    platform: Platform, stranger: Browser, login: str, password: str
) -> None:
    if login.startswith("wrong"):
        sign_in(platform, login, "member")

    answer = enter(stranger, login, password)

    assert answer.status_code == 422
    alert = read(answer.text).first("p", role="alert").text()
    assert alert == "Name and password do not fit. Try again."
    assert "set-cookie" not in answer.headers
    assert password not in answer.text or not password
    assert stranger.get("/").status_code == 303


def test_after_ten_tries_one_waits_even_with_the_right_password(
    platform: Platform, stranger: Browser
) -> None:
    sign_in(platform, "tried", "member")
    tries = [enter(stranger, "tried", "wrong").status_code for _ in range(10)]

    answer = enter(stranger, "tried", PASSWORD)

    assert tries == [422] * 10
    assert answer.status_code == 429
    assert "Wait a minute" in read(answer.text).first("p", role="alert").text()
    assert "set-cookie" not in answer.headers


def test_many_names_are_not_tried_from_one_place(platform: Platform) -> None:
    sprayer = Browser(platform)

    tries = [enter(sprayer, f"sprayed-{n}", "Summer2026!").status_code for n in range(30)]

    assert 429 in tries


def test_an_api_call_without_a_session_is_a_problem_in_json(stranger: Browser) -> None:
    answers = [stranger.get(f"/api/v1/{each}") for each in ("pilots", "events", "pilots/x")]
    answers.append(stranger.client.post("/api/v1/commands/propose-pilot", json={"title": "x"}))

    for answer in answers:
        assert answer.status_code == 401
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["detail"] == "Sign in first."


def test_who_may_see_nothing_cannot_tell_what_is_there(stranger: Browser, manager: Browser) -> None:
    done = manager.send("/pilots/propose", {"title": "Secret"}).headers["location"]

    there = stranger.get(done.partition("?")[0])
    nowhere = stranger.get("/pilots/pilot-0")
    assert there.status_code == nowhere.status_code == 303
    assert there.text == nowhere.text
