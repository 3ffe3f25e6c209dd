"""What is optional and left alone is not stored, and holds nothing up."""

import pytest

from domain.facts.experiment import ExperimentPlanned
from domain.facts.lesson import LessonCorrected
from domain.facts.pilot_media import PilotMediumAdopted
from pilots.commands.lesson import LearnLesson
from tests.support.pages.browser import Browser
from tests.support.stories.builders import ask
from tests.support.stories.world import World


def test_a_choice_that_is_left_alone_says_nothing(browser: Browser, world: World) -> None:
    path = f"/pilots/{world.pilot}/adopt-medium"
    form = next(n for n in browser.page(path).first("main").find("form"))
    before = browser.head()
    kept = PilotMediumAdopted(medium="paper", capability="listen", helps_because="It lies there.")
    said = {"medium": "paper", "capability": "listen", "helps_because": kept.helps_because}
    browser.sent(path, form.values() | said)
    (adopted,) = (event.fact for event in browser.stored(before))
    assert adopted == kept


def test_a_list_that_is_left_empty_is_none(browser: Browser, world: World) -> None:
    before = browser.head()
    path = f"/pilots/{world.pilot}/plan-experiment"
    browser.sent(path, {"title": "Two", "measures": [""], "informed_by": [""]})
    (planned,) = (event.fact for event in browser.stored(before))
    assert planned == ExperimentPlanned(pilot=world.pilot, title="Two")


@pytest.mark.parametrize("looking", ["as_of=2026-03-01", "as_of=2000-01-01", "at=1"])
def test_pilots_are_compared_as_they_were_known(
    browser: Browser, world: World, looking: str
) -> None:
    answer = browser.get(f"/compare?pilot={world.pilot}&{looking}")
    assert answer.status_code == 200
    assert "Use today’s rules" in answer.text


def test_the_same_answer_is_not_kept_twice(browser: Browser, world: World) -> None:
    path = f"/pilots/{world.pilot}/state-accomplishment"
    form = next(n for n in browser.page(path).first("main").find("form"))
    before = browser.head()
    answer = browser.send(path, form.values())
    assert answer.status_code == 422
    assert "Nothing would change" in answer.text
    assert browser.head() == before


def test_an_answer_shows_what_was_asked_and_leads_back(browser: Browser, world: World) -> None:
    path = f"/log?pilot={world.pilot}&to={world.entry}&mode=answer"
    back = f"/pilots/{world.pilot}/taking-part"
    page = browser.page(path, referer=f"http://localhost{back}")
    assert "In answer to: Wrote a page" in page.first("main").text()
    form = next(n for n in page.first("main").find("form"))
    answer = browser.send("/log", form.values() | {"text": "Here it is."})
    assert answer.headers["location"].startswith(back)


def test_where_a_lesson_holds_can_be_emptied(browser: Browser, world: World) -> None:
    local = browser.platform.local
    assert local
    learn = LearnLesson(pilot=world.pilot, text="So.", context="Two crews.")
    lesson = ask(browser.platform, local, learn).stream("lesson")
    path = f"/lessons/{lesson}/correct"
    form = browser.page(path).first("main").first("form")
    assert form.values()["changes.context"] == "Two crews."

    before = browser.head()
    browser.sent(path, form.values() | {"changes.context": "", "reason": "Everywhere."})
    (event,) = browser.stored(before)
    assert isinstance(event.fact, LessonCorrected)
    assert event.fact.changes.context == ""
