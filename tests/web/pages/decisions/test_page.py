"""The page of a decision: what was known then beside now, and what became of each reason."""

import pytest

from domain.facts.lesson import LessonChanges
from domain.kernel.access import Asker
from pilots.commands.decision import RevisitDecision, TakeDecision
from pilots.commands.evidence import WithdrawEvidence
from pilots.commands.lesson import ConfirmLesson, ContradictLesson, CorrectLesson, VoidLesson
from pilots.commands.participation import LogParticipation, VoidParticipation
from pilots.commands.pilot_measures import DefineMeasure, TakeMeasurement
from tests.support.machines.clock import Clock
from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import Node
from tests.support.stories.decision_scene import Scene
from tests.support.stories.world import World
from web.bootstrap import Platform


@pytest.fixture
def scene(here: Platform, you: Asker, world: World) -> Scene:
    """A decision that was just taken."""
    return Scene(here, you, world)


def page_of(browser: Browser, scene: Scene, query: str = "") -> Node:
    return browser.page(f"/decisions/{scene.decision}{query}")


def fates(page: Node) -> dict[str, str]:
    """Return what became of each reason, by its first words."""
    reasons = page.first("ul", class_="reasons").find("li")
    return {
        n.first("p").text(): ", ".join(
            one.text() for one in n.first("p", class_="meta fate").find("span")
        )
        for n in reasons
    }


def test_each_reason_is_told_as_it_stood_and_what_became_of_it(
    browser: Browser, scene: Scene, clock: Clock
) -> None:
    assert fates(page_of(browser, scene)) == dict.fromkeys(
        ("Short is read.", "It helps.", "All read it."), "Stands as it stood."
    )
    assert "2 of 3 reasons rested on evidence: 67 % grounded" in page_of(browser, scene).text()
    clock.pass_days(2)
    scene.do(ConfirmLesson(lesson=scene.sure, pilot=scene.world.started))
    scene.do(ContradictLesson(lesson=scene.sure, pilot=scene.world.paused))
    scene.do(
        CorrectLesson(
            lesson=scene.sure, changes=LessonChanges(text="Shorter is read."), reason="So."
        )
    )
    scene.do(VoidParticipation(entry=scene.entry, reason="We did not."))
    scene.do(WithdrawEvidence(evidence=scene.found, reason="Miscounted."))

    page = page_of(browser, scene)

    assert fates(page) == {
        "Short is read.": "confirmed since, contradicted since, said anew since",
        "It helps.": "rests on nothing any more",
        "All read it.": "withdrawn since, rests on nothing any more",
    }
    assert "2 of 3 reasons rested on evidence: 67 % grounded 0 of 3 today" in page.text()
    scene.do(VoidLesson(lesson=scene.done, reason="Wrong."))
    assert fates(page_of(browser, scene))["It helps."].startswith("voided since")


def test_it_leads_to_each_page_as_it_was_at_the_place_that_was_seen(
    browser: Browser, scene: Scene
) -> None:
    page = page_of(browser, scene)
    seen = browser.head() - 1

    hrefs = [n.attrs["href"] for n in page.find("a")]
    for there in (
        f"/pilots/{scene.world.pilot}",
        f"/lessons/{scene.sure}",
        f"/findings/{scene.found}",
    ):
        assert f"{there}?at={seen}" in hrefs
        assert browser.get(f"{there}?at={seen}").status_code == 200
    assert f"/pilots/{scene.world.pilot}/changes?from={seen}" in hrefs


def test_numbers_stand_side_by_side_then_and_now(browser: Browser, scene: Scene) -> None:
    for number in range(3):
        scene.do(LogParticipation(pilot=scene.world.pilot, text=f"Met again, {number}."))

    rows = {
        row.first("th").text().split()[0]: row for row in page_of(browser, scene).find("tr")[1:]
    }

    assert [n.text() for n in rows["Entries"].find("td")] == ["3", "6"]
    then, now = (n.attrs["href"] for n in rows["Entries"].find("a"))
    assert (then, now) == (f"{now}&at={browser.head() - 4}", now)
    assert [len(browser.page(each).find("tr")) - 1 for each in (then, now)] == [3, 6]


def test_warnings_and_gates_are_those_of_that_time(
    browser: Browser, scene: Scene, clock: Clock
) -> None:
    def said(heading: str) -> str:
        return page_of(browser, scene).first("section", aria_labelledby=heading).text()

    before = said("warned-h"), said("gates-h")
    at_that_time = browser.page(f"/pilots/{scene.world.pilot}")
    for later in at_that_time.find("details", class_="later"):
        for hint in [each for each in later.find("li") if each.find("a", class_="why")]:
            assert hint.first("p").text().removesuffix(" why?") in before[0]
    clock.pass_days(60)  # when other rules would speak up
    assert (said("warned-h"), said("gates-h")) == before


def test_a_day_that_has_come_is_marked_until_somebody_looks_back(
    browser: Browser, scene: Scene, clock: Clock
) -> None:
    assert "That day has come" not in page_of(browser, scene).text()
    clock.pass_days(19)

    page = page_of(browser, scene)
    assert "To be looked at again on 20 Mar 2026. That day has come." in page.text()
    form = page.first("form", action=f"/decisions/{scene.decision}/revisit")
    assert [n.text() for n in form.find("button")] == ["It held", "It did not", "Not yet"]
    scene.do(RevisitDecision(decision=scene.decision, held=False, note="Twice the calls."))
    told = page_of(browser, scene).text()
    assert "That day has come" not in told
    assert "It did not hold. Twice the calls." in told
    assert "Twice the calls" not in page_of(browser, scene, f"?at={browser.head() - 1}").text()


def test_it_says_first_what_was_decided_by_whom_and_when(browser: Browser, scene: Scene) -> None:
    page = page_of(browser, scene)

    assert page.first("h1").text() == "Go on, decided by You on 2 Mar 2026"
    form = page.first("form", action=f"/decisions/{scene.decision}/revisit")
    buttons = [n.text() for n in form.find("button")]
    assert buttons == ["It held", "It did not"]  # its day has not come


def test_it_is_answered_in_one_press_with_a_note_or_without(
    browser: Browser, scene: Scene, clock: Clock
) -> None:
    clock.pass_days(19)
    path = f"/decisions/{scene.decision}/revisit"
    form = page_of(browser, scene).first("form", action=path)

    page = browser.done(path, form.values() | {"held": "true", "note": "Twice the calls."})

    assert "It held. Twice the calls." in page.text()
    assert not page.find("form", action=path)


def test_not_yet_moves_the_question_14_days_and_decides_nothing(
    browser: Browser, scene: Scene, clock: Clock
) -> None:
    clock.pass_days(19)
    later = f"/pilots/{scene.world.pilot}/later"
    assert "Did the decision of 2 Mar 2026 hold?" in browser.page("/").text()
    head = browser.head()
    (button,) = [n for n in page_of(browser, scene).find("button") if n.text() == "Not yet"]
    assert button.attrs["formaction"] == later

    browser.sent(later, {"about": button.attrs["value"], "back": "/"})

    assert browser.head() == head
    assert "Did the decision of 2 Mar 2026 hold?" not in browser.page("/").text()
    clock.pass_days(14)
    assert "Did the decision of 2 Mar 2026 hold?" in browser.page("/").text()


def test_what_came_stands_beside_what_was_known_then(
    browser: Browser, scene: Scene, clock: Clock
) -> None:
    pilot = scene.world.pilot
    late = DefineMeasure(
        pilot=pilot, measure="late", name="Late trains", unit="trains", baseline="20", target="5"
    )
    scene.do(late)
    scene.do(TakeMeasurement(pilot=pilot, measure="late", value="12"))
    taken = TakeDecision(pilot=pilot, verdict="persevere", expected_effect="Fewer late trains.")
    scene.decision = scene.do(taken, "decision")
    clock.pass_days(10)
    scene.do(TakeMeasurement(pilot=pilot, measure="late", value="8"))

    came = page_of(browser, scene).first("section", aria_labelledby="came-h")

    assert "12 trains then, 8 trains now" in came.text()
    assert came.find("line", class_="progress-decided")
