"""The form of a decision: reasons that rest on something, gates by verdict, verdicts kept blind."""

import re

import pytest

from domain.access import Asker
from domain.facts.decision import DecisionTaken
from domain.fields import Verdict
from domain.rules import RULES
from domain.rules.rule import Gate
from domain.rules.speaking import shut
from pilots.commands.decision import GiveVerdict
from pilots.commands.evidence import GatherEvidence, LinkEvidence
from pilots.commands.lesson import LearnLesson
from projections.cut import NOW
from projections.knowing import known_pilot
from tests.conftest import Clock, ask
from tests.web.browsers import Browser
from tests.web.reading import Node, read
from tests.web.world import World
from web.bootstrap import Platform
from web.deciding import BEFORE, DECIDE

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
    browser.done("/log", {"pilot": world.pilot, "text": "Logged in the meantime."})

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

    assert page.first("h1").text() == "Persevere"
    assert "Saved." in page.first("div", id="toasts").text()
    assert "To be looked at again on 2026-03-20." in page.text()


def test_the_gates_before_each_verdict_are_shown_with_what_is_missing(
    browser: Browser, path: str
) -> None:
    form = form_of(browser.page(path))

    scale = form.first("div", class_="gates-of scale").find("li")
    assert [n.attrs["class"] for n in scale] == ["shut", "shut", "shut"]
    assert "0 of 6 areas. Not ready to scale: governance, roles" in scale[2].text().replace(
        "guidelines, ", ""
    )
    assert form.first("div", class_="gates-of persevere").find("li") == []
    is_shut = [n.attrs["value"] for n in form.find("input", class_="is-shut")]
    assert is_shut == ["scale", "stop"]


def test_the_gates_shown_before_a_verdict_are_those_the_rules_know(
    here: Platform, world: World
) -> None:
    with here.views.reading() as db:
        known = known_pilot(db, NOW, world.pilot)
        assert known
        for verdict in ("pivot", "persevere", "scale", "stop", "pause"):
            told = shut(RULES, DECIDE, known, here.pilots.clock(), {}, wish={"verdict": verdict})
            assert {each.rule for each in told} == set(BEFORE.get(verdict, ()))
    gates = {rule.id for rule in RULES if isinstance(rule, Gate) and DECIDE in rule.on}
    assert gates == {rule for rules in BEFORE.values() for rule in rules}


def test_a_shut_gate_refuses_keeps_what_was_typed_and_opens_for_a_sentence(
    browser: Browser, world: World, path: str
) -> None:
    form = form_of(browser.page(path))
    said = form.values() | EFFECT | {"verdict": "scale", "lessons": [world.later]}

    answer = browser.send(path, said)

    page = read(answer.text)
    assert answer.status_code == 422
    assert "Not ready to scale" in page.first("p", role="alert").text()
    kept = form_of(page).values()
    assert {name: kept[name] for name in said} == said
    assert form_of(page).first("div", class_="override asked")
    page = browser.done(path, said | {"override": "The sponsor asks for it."})
    assert page.first("h1").text() == "Scale"
    assert "Went on without S004-readiness: The sponsor asks for it." in page.text()


def test_verdicts_are_blind_until_both_are_in(browser: Browser, world: World, path: str) -> None:
    def sides(address: str) -> str:
        return browser.page(address).first("dl", class_="two-sides").text()

    assert sides(path) == "Sponsorhas spoken Teamis waited for"  # it would scale
    speak = browser.page(path).first("form", class_="speak").values()
    browser.done(f"/pilots/{world.pilot}/give-verdict", speak | {"verdict": "pivot"})

    assert sides(path) == "SponsorScale TeamPivot"
    page = browser.page(path)
    assert "They differ" in page.text()
    taken = browser.done(path, form_of(page).values() | EFFECT)
    assert taken.first("dl", class_="two-sides").text() == "SponsorScaleTeamPivot"
    assert sides(path) == "Sponsoris waited for Teamis waited for"


@pytest.mark.parametrize("page", ["/take-decision", "", "/grounds", "/changes"])
def test_no_page_differs_by_what_a_side_said_that_waits_for_the_other(
    here: Platform, browser: Browser, world: World, page: str
) -> None:
    def said(verdict: Verdict) -> str:
        rua = Asker(person=world.person, name="Rua", standing="manager")
        ask(here, rua, GiveVerdict(pilot=world.started, side="sponsor", verdict=verdict))
        return browser.page(f"/pilots/{world.started}{page}").first("main").text()

    assert said("stop") == said("pivot")


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
