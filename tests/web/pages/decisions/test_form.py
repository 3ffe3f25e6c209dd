"""The form of a decision: reasons that rest on something, and what was seen is kept."""

import re
from uuid import uuid4

import pytest

from domain.facts.decision import DecisionRevisited, DecisionTaken
from domain.kernel.access import Asker
from pilots.commands.evidence import GatherEvidence, LinkEvidence
from pilots.commands.lesson import LearnLesson
from tests.support.machines.clock import Clock
from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import Node, read
from tests.support.stories.builders import ask
from tests.support.stories.world import World
from web.bootstrap import Platform

EFFECT = {"verdict": "persevere", "expected_effect": "Fewer calls at night."}


@pytest.fixture
def path(world: World) -> str:
    """The address of the form."""
    return f"/pilots/{world.pilot}/take-decision"


def form_of(page: Node) -> Node:
    return page.first("form", id="decide")


def basis(page: Node) -> str:
    return page.first("p", role="status").text()


def decided(browser: Browser) -> DecisionTaken:
    facts = [e.fact for e in browser.stored() if isinstance(e.fact, DecisionTaken)]
    return facts[-1]


def test_reasons_that_rest_on_evidence_come_first_and_new_ones_are_ticked(
    here: Platform, you: Asker, browser: Browser, world: World, clock: Clock, path: str
) -> None:
    clock.pass_days(1)
    found = GatherEvidence(pilot=world.pilot, text="Nine of ten read it.", strength=5)
    finding = ask(here, you, found).stream("evidence")
    ask(here, you, LearnLesson(pilot=world.pilot, text="Perhaps.", confidence=99))

    form = form_of(browser.page(path))

    boxes = form.find("input", type="checkbox")
    ticked = [n.attrs["value"] for n in boxes if "checked" in n.attrs]
    assert boxes[0].attrs["value"] == finding
    assert ticked == [finding]  # the finding from before the last decision is not ticked
    assert [n.attrs["value"] for n in boxes[:2]] == [finding, world.evidence]
    assert basis(form) == "The one reason rests on evidence: 100 % grounded"


def test_the_form_says_what_the_review_suggests(filled: Browser) -> None:
    row = next(
        n for n in filled.page("/review").find("li") if n.attrs.get("id", "").startswith("line-")
    )
    said = next(n for n in row.find("p", class_="faint") if "The log suggests" in n.text())
    verdict = said.text().removeprefix("The log suggests: ").partition(" ·")[0]
    listed = row.first("details").find("ul", class_="needs")[-1]
    reasons = " ".join(n.text() for n in listed.find("li"))

    form = form_of(filled.page(said.first("a").attrs["href"]))

    signs = form.first("p", id="signs").text()
    assert signs.startswith(f"The signs speak for {verdict}; they decide nothing. {reasons}")


def test_check_counts_anew_keeps_what_was_typed_and_stores_nothing(
    here: Platform, you: Asker, browser: Browser, world: World, path: str
) -> None:
    said = form_of(browser.page(path)).values() | EFFECT | {"check": "1"}
    said |= {"lessons": [world.later, world.lesson], "evidence": [world.evidence]}
    before = browser.head()

    answer = browser.send(path, said)

    form = form_of(read(answer.text))
    assert answer.status_code == 200
    assert browser.head() == before
    assert basis(form) == "1 of 3 reasons rest on evidence: 33 % grounded"
    kept = form.values()
    assert {name: kept[name] for name in ("verdict", "lessons", "evidence", "seen")} == {
        name: said[name] for name in ("verdict", "lessons", "evidence", "seen")
    }
    assert kept["expected_effect"] == EFFECT["expected_effect"]
    ask(here, you, LinkEvidence(evidence=world.evidence, target=world.lesson))
    again = form_of(read(browser.send(path, said | {"seen": str(browser.head())}).text))
    assert basis(again) == "2 of 3 reasons rest on evidence: 67 % grounded"


def test_what_we_knew_then_is_what_the_form_showed(
    here: Platform, you: Asker, browser: Browser, world: World, path: str
) -> None:
    form = form_of(browser.page(path))
    shown = browser.page(path).first("section", aria_labelledby="known-h").text()
    seen = int(form.values()["seen"])
    ask(here, you, LearnLesson(pilot=world.pilot, text="Learned in the meantime."))
    browser.sent("/log", {"pilot": world.pilot, "text": "Logged in the meantime."})

    again = read(browser.send(path, form.values() | EFFECT | {"check": "1"}).text)
    assert "Something was written about this pilot" in again.first("p", role="note").text()
    assert "in the meantime" not in again.first("form", id="decide").text()
    assert again.first("section", aria_labelledby="known-h").text() == shown
    page = browser.done(path, form.values() | EFFECT)

    assert decided(browser).seen.position == seen < browser.head() - 1
    entries = re.search(r"in (\d+) entries", shown)
    lessons = re.search(r"Lessons that stand *(\d+)", shown)
    assert entries
    assert lessons
    rows = {row.first("th").text().split()[0]: row for row in page.find("tr")[1:]}
    for name, told in (("Entries", entries), ("Lessons", lessons)):
        numbers = [n.text() for n in rows[name].find("td")]
        assert numbers == [told[1], str(int(told[1]) + 1)]
    assert f"/pilots/{world.pilot}?at={seen}" in [n.attrs["href"] for n in page.find("a")]


def test_the_page_of_the_decision_says_that_it_was_saved(browser: Browser, path: str) -> None:
    form = form_of(browser.page(path))

    page = browser.done(path, form.values() | EFFECT | {"revisit_on": "2026-03-20"})

    assert page.first("h1").text().startswith("Go on, decided by ")
    assert "Saved." in page.first("div", id="toasts").text()
    assert "To be looked at again on 20 Mar 2026." in page.text()


def test_reasons_of_another_pilot_that_were_picked_are_kept(
    here: Platform, you: Asker, browser: Browser, world: World
) -> None:
    lesson = ask(here, you, LearnLesson(pilot=world.pilot, text="From over there.")).stream(
        "lesson"
    )

    page = browser.page(f"/pilots/{world.started}/take-decision?lessons={lesson}&verdict=pivot")

    kept = form_of(page).values()
    assert (kept["lessons"], kept["verdict"]) == ([lesson], "pivot")
    assert "From over there." in form_of(page).text()


def test_an_auditor_is_not_let_to_the_form(auditor: Browser, pilot: str) -> None:
    assert auditor.get(f"/pilots/{pilot}/take-decision").status_code == 403
    assert auditor.send(f"/pilots/{pilot}/take-decision", {"check": "1"}).status_code == 403


@pytest.mark.parametrize(("answered", "held"), [("true", True), ("false", False), ("", None)])
def test_a_decision_settles_the_one_before_it(
    browser: Browser, path: str, *, answered: str, held: bool | None
) -> None:
    said = EFFECT | {"seen": str(browser.head())}
    first = browser.sent(path, said)
    page = browser.page(path)
    asked = page.first("fieldset", **{"class": "card settles"})
    settles = asked.first("input", name="settles").attrs["value"]
    assert f"/decisions/{settles}" in first
    head, again = browser.head(), said | {"settles": settles, "settled_as": answered}
    again |= {"seen": str(head), "command_id": uuid4().hex}

    for _ in range(2):  # the answer to the first was lost
        browser.sent(path, again)

    facts = [event.fact for event in browser.stored(head)]
    assert [fact.held for fact in facts if isinstance(fact, DecisionRevisited)] == (
        [] if held is None else [held]
    )
    assert sum(isinstance(fact, DecisionTaken) for fact in facts) == 1
