"""The composer shows what it understood; what was chosen by hand stays."""

import re

import pytest

from domain.facts.participation import ParticipationLogged
from domain.facts.person import PersonRegistered
from tests.support.pages.browser import Browser, entries_of
from tests.support.pages.reading_pages import Node, read
from tests.support.stories.world import World

LINE = "@rua @moana co-wrote the FAQ on wiki 40m yesterday"


def chips(browser: Browser, said: dict[str, str]) -> dict[str, str]:
    """Return the fields as the composer fills them while somebody types."""
    forms = understood(browser, said).find("form")
    return next(form for form in forms if form.attrs.get("id") == "log").values()


def understood(browser: Browser, said: dict[str, str]) -> Node:
    return read(browser.send("/log/understood", said).text)


def test_a_line_fills_the_chips(browser: Browser, world: World) -> None:
    told = chips(browser, {"text": LINE, "pilot": world.pilot})

    assert told["with"] == "Rua, moana"
    assert (told["medium"], told["minutes"], told["mode"]) == ("wiki", "40", "co-create")
    assert re.fullmatch(r"\d{1,2} \w{3} \d{4}", told["occurred_at"])
    assert told["text"] == LINE


def test_while_one_types_only_the_chips_travel(browser: Browser, world: World) -> None:
    said = {"text": LINE, "pilot": world.pilot}

    answer = browser.send("/log/understood", said, hx_request_type="partial")

    assert read(answer.text).first("div", id="chips").find("input")
    assert "<html" not in answer.text


def test_a_chip_follows_the_line_until_it_is_changed_by_hand(
    browser: Browser, world: World
) -> None:
    said = {"pilot": world.pilot, "text": "talked 40m on wiki"}
    told = chips(browser, said)

    changed = told | {"minutes": "55", "text": "talked 50m on phone"}
    again = chips(browser, changed)

    assert (again["minutes"], again["medium"]) == ("55", "phone")
    emptied = chips(browser, again | {"medium": "", "text": "talked 50m on phone today"})
    assert emptied["medium"] == ""


def test_without_a_script_the_line_is_read_when_it_is_sent(browser: Browser, world: World) -> None:
    before = browser.head()

    browser.sent("/log", {"pilot": world.pilot, "text": LINE})

    guest, logged = browser.stored(before)
    assert guest.fact == PersonRegistered(name="moana")
    assert isinstance(logged.fact, ParticipationLogged)
    assert logged.fact.text == LINE  # as it was typed
    assert (logged.fact.medium, logged.fact.minutes) == ("wiki", 40)
    assert len(logged.fact.with_) == 2
    assert logged.precision == "day"


def test_what_a_chip_says_holds_against_the_line(browser: Browser, world: World) -> None:
    said = {"pilot": world.pilot, "text": "talked 40m", "read": "talked 40m", "minutes": ""}

    browser.sent("/log", said)

    assert entries_of(browser)[-1].minutes is None


def test_a_first_name_means_the_one_who_bears_it(browser: Browser, world: World) -> None:
    browser.sent("/people/register", {"name": "Aroha Ngata"})
    head = browser.head()

    browser.sent("/log", {"pilot": world.pilot, "text": "@aroha helped"})

    assert [each.fact.stored_as for each in browser.stored(head)] == ["participation.logged.v1"]


def test_a_name_of_several_is_asked_back(browser: Browser, world: World) -> None:
    for name in ("Aroha Ngata", "Aroha Tane"):
        browser.sent("/people/register", {"name": name})
    head = browser.head()

    answer = browser.send("/log", {"pilot": world.pilot, "text": "@aroha helped"})

    assert answer.status_code == 422
    assert "Aroha Ngata, Aroha Tane" in answer.text
    assert browser.head() == head
    whole = {"text": "@aroha helped", "read": "@aroha helped", "with": "Aroha Tane"}
    browser.sent("/log", {"pilot": world.pilot} | whole)


def test_who_is_new_is_said_before_it_is_sent(browser: Browser, world: World) -> None:
    page = understood(browser, {"pilot": world.pilot, "text": LINE})

    assert "added as a guest: moana" in page.text()


def test_it_is_oneself_who_logs(browser: Browser, world: World) -> None:
    browser.sent("/log", {"pilot": world.pilot, "text": "@you wrote it"})

    assert entries_of(browser)[-1].with_ == ()


@pytest.mark.parametrize("text", ["\x00", "x" * 10_001])
def test_text_that_cannot_be_kept_is_refused_as_ever(
    browser: Browser, world: World, text: str
) -> None:
    answer = browser.send("/log", {"pilot": world.pilot, "text": text})

    assert answer.status_code == 422


def test_an_auditor_is_shown_nothing_to_fill_in(auditor: Browser) -> None:
    assert auditor.send("/log/understood", {"text": LINE}).status_code == 403
