"""Nobody is offered what would be refused to them, and nothing to choose that is gone."""

from dataclasses import replace

import pytest

from domain.kernel.access import Asker
from pilots.commands.decision import GiveVerdict
from pilots.commands.evidence import GatherEvidence, WithdrawEvidence
from pilots.commands.lesson import VoidLesson
from tests.support.pages.browser import Browser, sign_in
from tests.support.stories.builders import ask
from tests.support.stories.world import World
from web.bootstrap import Platform
from web.http.urls import page_of

FOR_OTHERS = {
    "entry": ("correct", "supersede", "void"),
    "lesson": ("correct", "supersede", "void"),
    "evidence": ("withdraw",),
    "person": ("change-profile", "merge", "erase"),
    "programme": ("set-rule", "set-zone", "change-wording"),
}


def offered(browser: Browser, path: str) -> set[str]:
    links = browser.page(path).first("main").find("a")
    return {n.attrs["href"].rpartition("/")[2] for n in links if n.attrs["href"].startswith(path)}


@pytest.mark.parametrize("kind", FOR_OTHERS)
def test_a_member_is_offered_nothing_that_is_for_others(
    here: Platform, browser: Browser, world: World, kind: str
) -> None:
    member = sign_in(replace(here, local=None), "mira", "member")
    path = page_of(getattr(world, kind))

    hidden = set(FOR_OTHERS[kind])
    assert offered(browser, path) >= hidden
    assert offered(browser, path) - offered(member, path) == hidden


def test_people_are_offered_to_change_what_is_kept_about_themselves(here: Platform) -> None:
    member = sign_in(replace(here, local=None), "mira", "member")

    assert offered(member, page_of(member.who)) == {"change-profile", "erase"}


def test_what_is_gone_is_not_there_to_be_chosen(
    here: Platform, you: Asker, browser: Browser, world: World
) -> None:
    found = GatherEvidence(pilot=world.pilot, text="Nobody read it.")
    gone = ask(here, you, found).stream("evidence")
    ask(here, you, WithdrawEvidence(evidence=gone, reason="Miscounted."))
    ask(here, you, VoidLesson(lesson=world.later, reason="Wrong."))

    form = browser.page(f"/pilots/{world.pilot}/take-decision")
    values = {n.attrs["value"] for n in form.find("input", type="checkbox")}

    assert {world.evidence, world.lesson} <= values
    assert not {gone, world.later, world.decision} & values


def test_a_verdict_that_waits_is_announced_and_not_told(
    here: Platform, you: Asker, browser: Browser, world: World
) -> None:
    path = f"/pilots/{world.pilot}"
    assert "The sponsor has given a verdict." in browser.page(path).text()
    assert "scale" not in browser.page(path).first("main").text()

    given = ask(here, you, GiveVerdict(pilot=world.pilot, side="team", verdict="pivot"))

    assert "has given a verdict" not in browser.page(path).text()
    form = browser.page(f"{path}/take-decision")
    taken_along = form.first("input", name="decision").attrs["value"]
    assert taken_along == given.stream("decision")
    assert form.first("dl", class_="two-sides").text() == "Sponsor Scale Team Pivot"
