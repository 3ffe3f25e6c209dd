"""The statements of a talk stand on a page of their own: by agreement, by whom, by a word."""

import pytest

from domain.kernel.access import Asker
from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import Node
from tests.support.stories.talk import tell_talk
from web.bootstrap import Platform


@pytest.fixture
def talk(here: Platform, you: Asker, shown: str) -> str:
    """A pilot in which fifteen people reacted to three statements, one of them a participant's."""
    tell_talk(here, you, shown)
    return shown


def rows(page: Node) -> list[str]:
    found = page.find("ol", **{"class": "card statement-list"})
    return [row.first("a").text() for each in found for row in each.find("li")]


def test_each_statement_says_what_people_said_to_it(browser: Browser, talk: str) -> None:
    page = browser.page(f"/pilots/{talk}/statements")

    assert rows(page) == ["Open on Sundays", "Close at noon", "Sell the boat"]
    sections = {each.first("h3").text(): each for each in page.find("section", **{"class": "card"})}
    assert sections["Most agreement"].first("a").text() == "Open on Sundays"
    assert sections["Most divisive"].first("a").text() == "Close at noon"
    assert sections["Least seen"].first("a").text() == "Sell the boat"
    lines = [p.text() for p in page.find("p")]
    assert any("92 % agree 8 % disagree 0 % pass of 13" in line for line in lines)
    assert any("43 % agree 50 % disagree 7 % pass of 14" in line for line in lines)  # not their own
    assert any("1 agree, 0 disagree, 1 pass" in line for line in lines)  # too few for a share
    assert any("1 statement has fewer than 10 reactions" in line for line in lines)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?by=owner", ["Open on Sundays"]),
        ("?by=participants", ["Close at noon", "Sell the boat"]),
        ("?q=BOAT", ["Sell the boat"]),
        ("?q=bicycle", []),
        ("?order=unseen", ["Sell the boat", "Open on Sundays", "Close at noon"]),
        ("?order=nonsense&by=nobody", ["Open on Sundays", "Close at noon", "Sell the boat"]),
    ],
)
def test_they_are_ordered_and_found(
    browser: Browser, talk: str, query: str, found: list[str]
) -> None:
    assert rows(browser.page(f"/pilots/{talk}/statements{query}")) == found


def test_the_pilot_and_its_log_lead_there_and_others_do_not(
    browser: Browser, talk: str, you: Asker
) -> None:
    del you
    for path in (f"/pilots/{talk}", f"/pilots/{talk}/log"):
        assert f"/pilots/{talk}/statements" in browser.get(path).text


def test_without_a_reaction_the_page_says_so(browser: Browser, shown: str) -> None:
    page = browser.page(f"/pilots/{shown}/statements")

    assert "Nobody has agreed or disagreed" in page.text()
    assert "/statements" not in browser.get(f"/pilots/{shown}").text
