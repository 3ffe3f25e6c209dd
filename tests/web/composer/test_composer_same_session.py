"""Who logs what somebody else logged too is asked, once it is saved, whether it is the same."""

from uuid import uuid4

import pytest

from domain.facts.participation import ParticipationJoined, ParticipationSuperseded
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
    """Return the entries that are offered as the same, once a line is saved."""
    page = browser.done("/log", {"pilot": pilot, "text": text, "back": f"/pilots/{pilot}"})
    forms = page.first("section", id="logged").find("form")
    return [form.values()["other"] for form in forms if form.attrs["action"].endswith("/same")]


def test_the_same_is_told_once_by_both(manager: Browser, pilot: str, logged: str) -> None:
    assert offers(manager, pilot, "repaired that pump with @tom") == [logged]
    ours, head = manager.stored()[-1].originator_id, manager.head()
    said = {"command_id": uuid4().hex, "other": logged, "back": f"/pilots/{pilot}"}

    for _ in range(2):  # the answer to the first was lost
        manager.sent(f"/entries/{ours}/same", said)

    joined, superseded = manager.stored(head)
    assert (joined.originator_id, joined.fact) == (logged, ParticipationJoined(person=manager.who))
    assert superseded.originator_id == ours
    assert superseded.fact == ParticipationSuperseded(by_entry=logged)


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("Repaired the pump, @tom came along", True),
        ("@tom repaired the pump at the harbour together with many others of the crew", True),
        ("lunch with @tom", False),  # no word of it
        ("repaired the pump", False),  # nobody of it
        ("@ana repaired the pump", False),
        ("@tom repaired the pump yesterday", False),
        ("talked to @tom of the pump and of three other things that have to be done", False),
    ],
)
@pytest.mark.usefixtures("logged")
def test_people_day_and_most_of_the_words_say_whether_it_is_the_same(
    *, manager: Browser, pilot: str, text: str, offered: bool
) -> None:
    assert bool(offers(manager, pilot, text)) == offered


@pytest.mark.usefixtures("logged")
def test_ones_own_entry_is_not_the_same(member: Browser, pilot: str) -> None:
    assert offers(member, pilot, "@tom repaired the pump") == []


def test_one_taken_back_is_not_the_same(
    manager: Browser, member: Browser, pilot: str, logged: str
) -> None:
    member.sent(f"/entries/{logged}/void", {"reason": "It was a dream."})

    assert offers(manager, pilot, "@tom repaired the pump") == []


@pytest.mark.usefixtures("logged")
def test_a_day_later_nothing_is_offered(manager: Browser, pilot: str) -> None:
    manager.platform.pilots.clock.pass_days(2)  # type: ignore[attr-defined]  # the tests' clock

    assert offers(manager, pilot, "@tom repaired the pump") == []


@pytest.mark.usefixtures("logged")
def test_without_a_script_nothing_of_a_form_is_lost(manager: Browser, pilot: str) -> None:
    said = {"pilot": pilot, "text": "repaired the pump", "learned": "Oil it."}
    page = read(manager.send("/log/understood", said).text)

    form = next(each for each in page.find("form") if each.attrs.get("id") == "log")
    assert form.values()["learned"] == "Oil it."
