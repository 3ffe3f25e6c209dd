"""What a form cannot take is refused in one sentence, and nothing of it is stored."""

from typing import Any

import pytest
from httpx2 import Response

from tests.support.pages.browser import Browser, entries_of
from tests.support.pages.reading_pages import read

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


def test_text_is_kept_as_nfc_with_plain_line_ends(browser: Browser, shown: str) -> None:
    send(browser, shown, {"text": "  Café\r\nau lait ", "with": "Rene\u0301e"})

    assert entries_of(browser)[0].text == "Café\nau lait"
    assert "Renée" in browser.get("/api/v1/events").text
