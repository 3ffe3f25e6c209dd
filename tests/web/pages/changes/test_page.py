"""A pilot's differences, told by things, with who, when and what was before."""

import pytest

from domain.facts.lesson import LessonChanges
from domain.kernel.access import Asker
from pilots.commands.decision import TakeDecision
from pilots.commands.evidence import ChallengeEvidence, GatherEvidence
from pilots.commands.experiment import EndExperiment
from pilots.commands.insight import TestAssumption as PutToTest
from pilots.commands.lesson import ContradictLesson, CorrectLesson, LearnLesson, VoidLesson
from pilots.commands.pilot import RenamePilot
from pilots.commands.pilot_measures import RetargetMeasure
from pilots.commands.pilot_media import SwapMedium
from pilots.commands.pilot_people import JoinPilot
from pilots.commands.value import ContestValue
from tests.support.machines.clock import Clock
from tests.support.pages.browser import Browser
from tests.support.stories.builders import ask
from tests.support.stories.changed_later import Later, counts, told
from tests.support.stories.world import World
from web.bootstrap import Platform


@pytest.fixture
def later(here: Platform, you: Asker, browser: Browser, world: World, clock: Clock) -> Later:
    """Three days after the world was made."""
    clock.pass_days(3)
    return Later(here, you, browser, world)


def test_nothing_differs_where_nothing_happened(later: Later) -> None:
    page = later.page()

    assert told(page) == {}
    assert "Nothing was added in this stretch." in later.page("show=added").text()
    assert counts(page)[:3] == ["0 added", "0 changed", "0 contradicted"]


def test_what_came_is_added_and_what_was_said_anew_shows_both(later: Later) -> None:
    world = later.world
    later.do(GatherEvidence(pilot=world.pilot, text="Five of six call."))
    anew = LessonChanges(text="Ask before.")
    later.do(CorrectLesson(lesson=world.lesson, changes=anew, reason="Clearer."))
    later.do(RenamePilot(pilot=world.pilot, title="Minutes for all"))
    later.do(RetargetMeasure(pilot=world.pilot, measure="minutes", new="9", reason="More."))
    later.do(EndExperiment(experiment=world.running, result="supported", summary="It helps."))
    later.do(JoinPilot(pilot=world.pilot, person=world.person, role="team"))
    later.do(SwapMedium(pilot=world.pilot, from_="wiki", to="board", reason="Nearer."))

    page = later.page()

    assert told(page) == {
        "Five of six call.": "added",
        "Ask before.": "changed",
        "The pilot itself": "changed",
        "Minutes kept": "changed",
        "Two pages": "changed",
        "Rua": "added",
        "board": "added",
        "wiki": "changed",
    }
    said = {n.text(): n for n in page.find("li") if n.find("h3")}
    lesson = next(n for text, n in said.items() if text.startswith("~changed Ask before."))
    assert [n.text() for n in (lesson.first("del"), lesson.first("ins"))] == [
        "Ask first.",
        "Ask before.",
    ]
    assert lesson.first("p", class_="meta").text().startswith("You")
    hrefs = [n.attrs["href"] for n in lesson.find("a")]
    assert hrefs == [
        f"/lessons/{world.lesson}",
        f"/pilots/{world.pilot}/events?stream={world.lesson}",
    ]
    assert world.lesson in later.browser.page(hrefs[1]).text()
    title = next(n for text, n in said.items() if "The pilot itself" in text)
    assert [title.first("del").text(), title.first("ins").text()] == [
        "Shared minutes",
        "Minutes for all",
    ]
    gone = next(n for text, n in said.items() if "wiki" in text)
    assert "gone" in gone.first("p", class_="meta").text()


def test_what_turned_out_to_be_wrong_is_contradicted(later: Later) -> None:
    world = later.world
    later.do(ContradictLesson(lesson=world.lesson, pilot=world.started))
    later.do(ChallengeEvidence(evidence=world.evidence, reason="Only four were asked."))
    later.do(PutToTest(assumption=world.assumption, result="failed", evidence=(world.evidence,)))
    later.do(ContestValue(value=world.value, reason="Half of it."))

    page = later.page()

    assert told(page) == dict.fromkeys(
        ("Ask first.", "Four of ten read it.", "All have a screen.", "An hour a week."),
        "contradicted",
    )
    assert counts(page)[2] == "4 contradicted"


def test_what_came_and_went_in_between_is_left_out(later: Later) -> None:
    lesson = later.do(LearnLesson(pilot=later.world.pilot, text="Never mind."), "lesson")
    assert told(later.page()) == {"Never mind.": "added"}
    between = later.browser.head()
    later.do(VoidLesson(lesson=lesson, reason="Wrong."))

    assert told(later.page()) == {}
    page = later.page(f"from={between}")
    assert told(page) == {"Never mind.": "changed"}
    assert page.first("ul", class_="changes").first("del").text() == "Never mind."


def test_a_page_of_the_past_leads_to_what_changed_since(later: Later) -> None:
    later.do(LearnLesson(pilot=later.world.pilot, text="Late."))
    pilot = f"/pilots/{later.world.pilot}"

    for looking, start in (
        (f"?at={later.before}", later.before),
        ("?as_of=2026-03-02", "2026-03-02T23:59:59.999999Z"),
    ):
        for path in ("", "/events", "/insights"):
            hint = (
                later.browser.page(pilot + path + looking).first("main").first("p", role="status")
            )
            since = next(a for a in hint.find("a") if "since" in a.text()).attrs["href"]
            assert since == f"{pilot}/changes?from={start}"
        assert told(later.browser.page(since)) == {"Late.": "added"}
    hrefs = [n.attrs["href"] for n in later.browser.page(pilot).find("a")]
    assert f"{pilot}/changes" in hrefs


def test_a_decision_is_called_by_its_verdict_in_the_readers_language(
    browser: Browser, world: World
) -> None:
    local = browser.platform.local
    assert local
    since = browser.head()
    effect = "More: twice as many."
    taken = TakeDecision(pilot=world.pilot, verdict="pivot", expected_effect=effect)
    ask(browser.platform, local, taken)
    address = f"/pilots/{world.pilot}/changes?from={since}"

    page = browser.page(address, accept_language="de").first("main").text()
    assert f"Umsteuern: {effect}" in page
    assert f"Change course: {effect}" in browser.page(address).first("main").text()
