"""Names of nobody, bad corrections and bodies that are no form are refused as well."""

import pytest

from pilots.request import new_id
from tests.support.pages.browser import Browser
from tests.support.stories.world import World
from tests.web.forms.test_parsing import refused, send


@pytest.mark.parametrize("half", ["%ED%A0%80", "%ED%BF%BF", "%FF", "%C3"])
def test_half_a_character_is_never_stored_as_something_else(
    browser: Browser, shown: str, half: str
) -> None:
    before = browser.head()
    body = f"command_id={new_id()}&pilot={shown}&text=half{half}done"

    answer = browser.client.post(
        "/log", content=body, headers={"content-type": "application/x-www-form-urlencoded"}
    )

    refused(answer)
    assert browser.head() == before


def test_half_a_character_in_another_charset_is_refused(browser: Browser, shown: str) -> None:
    parts = {"command_id": new_id(), "pilot": shown, "text": "half+2AA-done"}
    body = "".join(
        f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in parts.items()
    )
    kind = "multipart/form-data; boundary=b; charset=utf-7"
    before = browser.head()

    answer = browser.client.post("/log", content=f"{body}--b--\r\n", headers={"content-type": kind})

    assert answer.status_code in (400, 422)
    assert browser.head() == before


@pytest.mark.parametrize("kind", ["text/plain", "application/json", "multipart/form-data", "x"])
def test_what_is_no_form_is_refused(browser: Browser, kind: str) -> None:
    answer = browser.client.post("/log", content=b"text=x", headers={"content-type": kind})

    assert answer.status_code in (400, 415, 422)


def test_a_file_is_refused(browser: Browser, shown: str) -> None:
    before = browser.head()
    said = {"command_id": new_id(), "pilot": shown}

    answer = browser.client.post("/log", data=said, files={"text": ("a.txt", b"hello")})

    assert answer.status_code in (400, 422)
    assert browser.head() == before


@pytest.mark.parametrize("name", ["Nobody", "person-0", "nobody@example", "%", "_____"])
def test_a_person_who_is_not_known_cannot_join(browser: Browser, world: World, name: str) -> None:
    before = browser.head()

    refused(browser.send(f"/pilots/{world.pilot}/join", {"person": name}))

    assert browser.head() == before


def test_a_name_of_two_people_is_refused(browser: Browser, world: World) -> None:
    browser.send("/people/register", {"name": "rua"})
    before = browser.head()

    assert "Several people" in refused(send(browser, world.pilot, {"with": "RUA, Newcomer"}))
    joining = browser.send(f"/pilots/{world.pilot}/join", {"person": "Rua"})
    assert "Several people" in refused(joining)

    assert browser.head() == before


@pytest.mark.parametrize(
    "said",
    [
        {"changes": "all"},
        {"changes.pilot": "pilot-0"},
        {"changes.minutes": "NaN"},
        {"changes.minutes.x": "1"},
        {"changes.occurred_at": "10000-01-01T00:00"},
        {"changes.mode": "shout"},
        {"changes.stance": "2"},
        {"changes.text": "Wrote a page\r\nand a half."},
        {},
    ],
)
def test_a_bad_correction_is_refused(browser: Browser, world: World, said: dict[str, str]) -> None:
    before = browser.head()

    refused(browser.send(f"/entries/{world.entry}/correct", said | {"reason": "I looked."}))

    assert browser.head() == before
