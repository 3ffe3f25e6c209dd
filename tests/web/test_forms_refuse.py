"""What a form cannot take is refused in one sentence, and nothing of it is stored."""

from typing import Any

import pytest
from httpx2 import Response

from pilots.asking import new_id
from tests.web.browsers import Browser
from tests.web.conftest import World, entries_of
from tests.web.reading import read

BAD = {
    "a megabyte of text": {"text": "long " * 200_000},
    "a NUL": {"text": "half\x00done"},
    "a NUL among names": {"with": "Ru\x00a"},
    "NaN minutes": {"minutes": "NaN"},
    "endless minutes": {"minutes": "1e999"},
    "no minutes at all": {"minutes": "0"},
    "half a minute": {"minutes": "0.5"},
    "too many minutes": {"minutes": "9" * 400},
    "year 10000": {"occurred_at": "10000-01-01T00:00"},
    "no such day": {"occurred_at": "2026-02-30T10:00"},
    "letters for a time": {"occurred_at": "noon"},
    "no such mode": {"mode": "shout"},
    "no such loop": {"loop": "third", "learned": "x"},
    "no such pilot": {"pilot": "pilot-0"},
    "no pilot": {"pilot": ""},
    "another thing as pilot": {"pilot": "lesson-0"},
    "no such person": {"with": "person-0"},
    "themselves along": {"with": "You"},
    "a name of 300 letters": {"with": "n" * 300},
    "no such experiment": {"experiment": "experiment-0"},
    "a field nobody knows": {"admin": "1"},
    "a dotted field": {"text.more": "x"},
    "a deeply dotted field": {".".join("a" * 3000): "x"},
    "a field of a field": {"pilot.title": "x"},
    "a list that is none": {"with.0": "x"},
    "an empty name": {"": "x"},
}


def send(browser: Browser, pilot: str, said: dict[str, Any]) -> Response:
    good = {"pilot": pilot, "text": "Wrote minutes", "with": "Newcomer", "learned": "Two write."}
    return browser.send("/log", good | said)


def refused(answer: Response) -> str:
    assert answer.status_code in (403, 404, 409, 422), answer.status_code
    sentence = next(n.text() for n in read(answer.text).walk() if n.attrs.get("role") == "alert")
    assert sentence.endswith((".", "?", "”"))
    assert len(sentence) < 300
    for machine in ("`", "Expected", "Error", "Traceback", "None", "Object "):
        assert machine not in sentence, sentence
    return sentence


@pytest.mark.parametrize("what", BAD)
def test_it_is_refused_in_a_sentence_and_nothing_is_stored(
    browser: Browser, shown: str, what: str
) -> None:
    before = browser.head()

    refused(send(browser, shown, BAD[what]))

    assert browser.head() == before


@pytest.mark.parametrize("command_id", ["", "short", "a" * 101, "with space", "ä" * 20])
def test_without_its_id_a_form_is_refused(browser: Browser, shown: str, command_id: str) -> None:
    before = browser.head()

    assert "lost its id" in refused(send(browser, shown, {"command_id": command_id}))

    assert browser.head() == before


def test_a_form_that_never_had_an_id_is_refused(browser: Browser, shown: str) -> None:
    answer = browser.client.post("/log", data={"pilot": shown, "text": "x"})

    assert "lost its id" in refused(answer)


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
def test_a_bad_correction_is_refused(
    browser: Browser, world: World, said: dict[str, str]
) -> None:
    before = browser.head()

    refused(browser.send(f"/entries/{world.entry}/correct", said | {"reason": "I looked."}))

    assert browser.head() == before


def test_text_is_kept_as_nfc_with_plain_line_ends(browser: Browser, shown: str) -> None:
    send(browser, shown, {"text": "  Café\r\nau lait ", "with": "Rene\u0301e"})

    assert entries_of(browser)[0].text == "Café\nau lait"
    assert "Renée" in browser.get("/api/v1/events").text
