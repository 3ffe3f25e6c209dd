"""Who logs what somebody else has just logged is asked whether to join it."""

import pytest

from domain.facts.participation import ParticipationJoined
from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import read


@pytest.fixture
def pilot(manager: Browser) -> str:
    proposed = manager.send("/pilots/propose", {"title": "Night desk"}).headers["location"]
    return proposed.removeprefix("/pilots/").partition("?")[0]


@pytest.fixture
def logged(pilot: str, member: Browser) -> str:
    member.sent("/log", {"pilot": pilot, "text": "@tom repaired the pump at the harbour"})
    return next(
        e.originator_id for e in member.stored() if e.fact.stored_as == "participation.logged.v1"
    )


def offers(browser: Browser, pilot: str, text: str) -> list[str]:
    said = {"pilot": pilot, "text": text}
    page = read(browser.send("/log/same", said).text)
    return [form.attrs["action"] for form in page.find("form")]


def test_the_same_words_are_joined_in_one_step(manager: Browser, pilot: str, logged: str) -> None:
    assert offers(manager, pilot, "we repaired that pump") == [f"/entries/{logged}/join"]

    page = manager.done(f"/entries/{logged}/join", {"back": f"/pilots/{pilot}"})

    assert "You joined it." in page.first("div", id="toasts").text()
    assert manager.stored()[-1].fact == ParticipationJoined(person=manager.who)
    assert offers(manager, pilot, "we repaired that pump") == []


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("lunch with @tom", True),
        ("lunch with @mira", True),
        ("lunch with @ana", False),
        ("repaired the pump last friday", False),
        ("", False),
    ],
)
@pytest.mark.usefixtures("logged")
def test_people_words_and_time_say_whether_it_is_the_same(
    *, manager: Browser, pilot: str, text: str, offered: bool
) -> None:
    assert bool(offers(manager, pilot, text)) == offered


@pytest.mark.usefixtures("logged")
def test_ones_own_entry_is_nothing_to_join(member: Browser, pilot: str) -> None:
    assert offers(member, pilot, "repaired the pump") == []


def test_one_taken_back_is_nothing_to_join(
    manager: Browser, member: Browser, pilot: str, logged: str
) -> None:
    member.sent(f"/entries/{logged}/void", {"reason": "It was a dream."})

    assert offers(manager, pilot, "repaired the pump") == []


@pytest.mark.usefixtures("logged")
def test_a_day_later_nothing_is_offered(manager: Browser, pilot: str) -> None:
    manager.platform.pilots.clock.pass_days(2)  # type: ignore[attr-defined]  # the tests' clock

    assert offers(manager, pilot, "repaired the pump") == []


@pytest.mark.usefixtures("logged")
def test_without_a_script_nothing_of_a_form_is_lost(manager: Browser, pilot: str) -> None:
    said = {"pilot": pilot, "text": "repaired the pump", "learned": "Oil it."}
    page = read(manager.send("/log/understood", said).text)

    form = next(each for each in page.find("form") if each.attrs.get("id") == "log")
    assert form.values()["learned"] == "Oil it."


def test_without_a_script_it_is_offered_where_the_line_is_read(
    manager: Browser, pilot: str, logged: str
) -> None:
    said = {"pilot": pilot, "text": "repaired the pump"}

    assert f"/entries/{logged}/join" in manager.send("/log/understood", said).text
