"""The lists of people and of value: who is there, what was found, now and as it was known."""

from domain.kernel.access import Asker
from pilots.commands.erasure import ErasePerson
from pilots.commands.participation import LogParticipation
from pilots.commands.people import MergePerson, RegisterPerson
from pilots.commands.value import DiscoverValue
from tests.support.machines.clock import Clock
from tests.support.pages.browser import Browser
from tests.support.stories.builders import ask, open_gates
from web.bootstrap import Platform


def headings(browser: Browser, path: str) -> list[str]:
    main = browser.page(path).first("main")
    named = [*main.find("li"), *main.find("h2")]
    return [n.first("a").text() if n.find("a") else n.text() for n in named]


def test_people_are_listed_by_name_and_nobody_twice(
    browser: Browser, here: Platform, you: Asker
) -> None:
    made = [ask(here, you, RegisterPerson(name=n)).stream("person") for n in ("Zoe", "Ana", "Anna")]
    ask(here, you, MergePerson(person=made[2], into=made[1]))

    assert headings(browser, "/people") == ["Ana", "You", "Zoe"]
    told = browser.get("/api/v1/people").json()
    assert [each["name"] for each in told["people"]] == ["Ana", "You", "Zoe"]

    ask(here, you, ErasePerson(person=made[0]))
    assert headings(browser, "/people") == ["Ana", "You"]


def test_whoever_was_merged_goes_by_one_name_and_is_counted_once(
    browser: Browser, here: Platform, you: Asker, shown: str
) -> None:
    made = [
        ask(here, you, RegisterPerson(name=n)).stream("person") for n in ("Ana", "Anna", "Anne")
    ]
    for who in made:
        ask(here, you, LogParticipation(pilot=shown, person=who, text="Met", mode="react"))
    position = browser.head()
    ask(here, you, MergePerson(person=made[0], into=made[1]))
    ask(here, you, MergePerson(person=made[1], into=made[2]))

    figures = browser.get(f"/api/v1/pilots/{shown}").json()["figures"]
    then = browser.get(f"/api/v1/pilots/{shown}?at={position}").json()["figures"]

    assert (figures["people"], figures["voters"]) == (1, 1)
    assert (then["people"], then["voters"]) == (3, 3)
    assert "Anne" in browser.get(f"/pilots/{shown}").text
    assert "Anna" not in browser.page(f"/pilots/{shown}").first("main").text()


def test_value_is_listed_with_what_nobody_expected(
    browser: Browser, here: Platform, you: Asker, shown: str, clock: Clock
) -> None:
    open_gates(here, you, shown)
    before = browser.head()
    clock.pass_days(1)
    ask(here, you, DiscoverValue(pilot=shown, statement="Crews call each other."))

    assert headings(browser, "/value") == ["Crews call each other."]
    assert "nobody expected it" in browser.get("/value").text
    assert headings(browser, f"/value?at={before}") == []
    assert "No value is kept yet" in browser.get(f"/value?at={before}").text
    assert browser.get("/api/v1/value").json()["value"][0]["pilot"] == shown
