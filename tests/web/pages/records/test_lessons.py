"""Lessons stand in groups by what became of them, and are found by what one is about to try."""

import pytest

from domain.kernel.access import Asker
from pilots.commands.lesson import ConfirmLesson, ContradictLesson, LearnLesson, VoidLesson
from pilots.commands.pilot import ProposePilot
from tests.support.pages.browser import Browser
from tests.support.stories.builders import ask
from web.bootstrap import Platform

TEXTS = (
    "Two pens beat ten mails",
    "A board is read by those who pass",
    "Never on a Monday",
    "Gone",
)


@pytest.fixture
def told(here: Platform, you: Asker, shown: str) -> str:
    """A pilot with a lesson that held elsewhere, a new one, one that did not hold, one gone."""
    other = ask(here, you, ProposePilot(title="Elsewhere")).stream("pilot")
    held, _, failed, gone = [
        ask(here, you, LearnLesson(pilot=shown, text=text)).stream("lesson") for text in TEXTS
    ]
    ask(here, you, ConfirmLesson(lesson=held, pilot=other))
    ask(here, you, ContradictLesson(lesson=failed, pilot=other))
    ask(here, you, VoidLesson(lesson=gone, reason="A dream."))
    return shown


def groups(browser: Browser, query: str = "") -> dict[str, list[str]]:
    found = {}
    for section in browser.page(f"/lessons{query}").find("section", **{"class": "lesson-group"}):
        lists = section.find("ul")
        links = [row.first("a").text() for each in lists for row in each.find("li")]
        found[section.first("h2").text()] = links
    return found


def test_they_stand_in_groups(browser: Browser, told: str) -> None:
    expected = {
        "Held elsewhere": [TEXTS[0]],
        "New, not tried elsewhere": [TEXTS[1]],
        "Did not hold, or not checked for long": [TEXTS[2]],
    }
    assert groups(browser) == expected
    assert groups(browser, f"?pilot={told}") == expected
    assert groups(browser, "?group=gone") == {"Taken back": [TEXTS[3]]}
    assert groups(browser, "?loop=tool") == {}
    assert "3 lessons from 1 pilot." in " ".join(browser.page("/lessons").text().split())


@pytest.mark.usefixtures("told")
def test_what_nobody_checked_for_half_a_year_is_doubtful(browser: Browser) -> None:
    browser.platform.pilots.clock.pass_days(181)  # type: ignore[attr-defined]  # the tests' clock

    found = groups(browser)

    assert found["Held elsewhere"] == [TEXTS[0]]
    assert set(found["Did not hold, or not checked for long"]) == {TEXTS[1], TEXTS[2]}


@pytest.mark.usefixtures("told")
def test_what_somebody_is_about_to_try_finds_what_is_like_it(browser: Browser) -> None:
    found = groups(browser, "?q=pens+and+mails")

    assert found["Like “pens and mails”"] == [TEXTS[0]]
    assert "No lesson says something like it" in browser.page("/lessons?q=zebra").text()


def test_a_group_is_leafed_through(
    browser: Browser, here: Platform, you: Asker, shown: str
) -> None:
    for number in range(9):
        ask(here, you, LearnLesson(pilot=shown, text=f"Lesson {number}"))

    assert len(groups(browser)["New, not tried elsewhere"]) == 6
    assert len(groups(browser, "?group=new&from=0")["New, not tried elsewhere"]) == 9
