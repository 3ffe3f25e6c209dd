"""The form of a decision: the gates before each verdict, and verdicts that are kept blind."""

import pytest

from domain.kernel.access import Asker
from domain.kernel.fields import Verdict
from domain.review.options import DECIDE, GATES_BEFORE
from domain.rules import RULES
from domain.rules.rule import Gate
from domain.rules.speaking import shut
from pilots.commands.decision import GiveVerdict
from projections.engine.as_of import NOW
from projections.pilot.known_pilot import known_pilot
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


def test_the_gates_before_each_verdict_are_shown_with_what_is_missing(
    browser: Browser, path: str
) -> None:
    form = form_of(browser.page(path))

    scale = form.first("div", class_="card gates-of scale").find("li")
    assert [n.attrs["class"] for n in scale] == ["shut", "shut", "shut"]
    assert "0 of 6 areas. Not ready to scale: Governance, Guidelines, Roles" in scale[2].text()
    assert form.find("div", class_="card gates-of persevere") == []
    missing = [n.text() for n in form.find("span", class_="missing some")]
    assert missing == ["3 steps missing", "2 steps missing"]
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
            assert {each.rule for each in told} == set(GATES_BEFORE.get(verdict, ()))
    gates = {rule.id for rule in RULES if isinstance(rule, Gate) and DECIDE in rule.on}
    assert gates == {rule for rules in GATES_BEFORE.values() for rule in rules}


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
    assert page.first("h1").text().startswith("Grow, decided by ")
    assert "Went on without S004-readiness: The sponsor asks for it." in page.text()


def test_verdicts_are_blind_until_both_are_in(browser: Browser, world: World, path: str) -> None:
    def sides(address: str) -> str:
        return browser.page(address).first("dl", class_="two-sides").text()

    assert sides(path) == "Sponsor has spoken Team is waited for"  # it would scale
    speak = browser.page(path).first("form", class_="speak").values()
    browser.sent(f"/pilots/{world.pilot}/give-verdict", speak | {"verdict": "pivot"})

    assert sides(path) == "Sponsor Scale Team Pivot"
    page = browser.page(path)
    assert "They differ" in page.text()
    taken = browser.done(path, form_of(page).values() | EFFECT)
    assert taken.first("dl", class_="two-sides").text() == "SponsorGrowTeam Change course"
    assert sides(path) == "Sponsor is waited for Team is waited for"


def test_verdicts_of_before_step_back_once_a_side_speaks_anew(
    here: Platform, you: Asker, browser: Browser, world: World, path: str
) -> None:
    ask(here, you, GiveVerdict(pilot=world.pilot, side="team", verdict="pivot"))
    ask(here, you, GiveVerdict(pilot=world.pilot, side="team", verdict="stop"))

    page = browser.page(path)

    assert page.first("dl", class_="two-sides").text() == "Sponsor is waited for Team has spoken"
    assert form_of(page).values()["decision"] == ""


@pytest.mark.parametrize("page", ["/take-decision", "", "/insights/decisions", "/changes"])
def test_no_page_differs_by_what_a_side_said_that_waits_for_the_other(
    here: Platform, browser: Browser, world: World, page: str
) -> None:
    def said(verdict: Verdict) -> str:
        rua = Asker(person=world.person, name="Rua", standing="manager")
        ask(here, rua, GiveVerdict(pilot=world.started, side="sponsor", verdict=verdict))
        return browser.page(f"/pilots/{world.started}{page}").first("main").text()

    assert said("stop") == said("pivot")
