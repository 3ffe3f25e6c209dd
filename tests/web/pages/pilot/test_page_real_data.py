"""Four real conversations: each published figure is on the page and in the API, then and now."""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from pilots.exchange.polis import import_polis
from pilots.exchange.polis_files import read_polis
from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import Node
from tests.support.stories.hivemind import HIVEMIND, NEEDS_HIVEMIND
from web.bootstrap import build

pytestmark = NEEDS_HIVEMIND

PUBLISHED = {
    "affordable-housing": (381, 15_076, 14_995, 165, 54, "39.1"),
    "freshwater": (117, 3_979, 3_972, 80, 54, "2.2"),
    "ubi": (234, 7_174, 7_153, 71, 53, "0.0"),
    "taxes": (334, 17_379, 17_335, 148, 42, "35.4"),
}
DAYS = {
    "affordable-housing": ("2017-06-14", "2017-07-09"),
    "freshwater": ("2017-07-18", "2017-08-04"),
    "ubi": ("2017-08-13", "2017-08-31"),
    "taxes": ("2018-04-16", "2018-04-30"),
}
MORNING = "2017-07-26T18:03:00Z"


@pytest.fixture(scope="module")
def brought(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Browser, dict[str, str]]]:
    """All four conversations on one platform, and the pilot each became."""
    with closing(build(tmp_path_factory.mktemp("hivemind"), local=True)) as here:
        exports = {name: read_polis(HIVEMIND / name) for name in PUBLISHED}
        pilots = {name: import_polis(here.pilots, each).pilot for name, each in exports.items()}
        here.views.keep_up()  # a page waits ten seconds for it, and then shows what is there
        yield Browser(here), pilots


def headline(page: Node) -> str:
    return page.first("section", id="result").first("h2").text()


def figures(browser: Browser, pilot: str, query: str = "") -> dict[str, Any]:
    told: dict[str, Any] = browser.get(f"/api/v1/pilots/{pilot}{query}").json()["figures"]
    return told


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_page_shows_what_was_published(
    brought: tuple[Browser, dict[str, str]], name: str
) -> None:
    browser, pilots = brought
    _, votes, _, statements, _, share = PUBLISHED[name]

    told = headline(browser.page(f"/pilots/{pilots[name]}"))
    peers = browser.page(f"/pilots/{pilots[name]}/insights/peer-share").first("main").text()

    assert told.startswith("Ended. Last entry ")
    assert told.endswith(f"{votes:,} reactions to {statements} statements.")
    assert f"{share} %" in peers


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_api_says_what_was_published(
    brought: tuple[Browser, dict[str, str]], name: str
) -> None:
    browser, pilots = brought
    voters, votes, current, statements, by_host, share = PUBLISHED[name]

    told = figures(browser, pilots[name])

    assert (told["voters"], told["votes"], told["current_votes"]) == (voters, votes, current)
    assert (told["statements"], told["statements_by_host"]) == (statements, by_host)
    assert f"{told['peer_share'] * 100:.1f}" == share


def test_in_taxes_336_people_took_part(brought: tuple[Browser, dict[str, str]]) -> None:
    browser, pilots = brought

    assert figures(browser, pilots["taxes"])["people"] == 336
    assert "336 people, 17,379 reactions to 148 statements." in headline(
        browser.page(f"/pilots/{pilots['taxes']}")
    )


@pytest.mark.parametrize("name", DAYS)
def test_the_first_and_the_last_vote_are_on_their_days(
    brought: tuple[Browser, dict[str, str]], name: str
) -> None:
    browser, pilots = brought
    (first, last), votes = DAYS[name], PUBLISHED[name][1]

    def known(when: str) -> int:
        answer = browser.get(f"/api/v1/pilots/{pilots[name]}?as_of={when}")
        return int(answer.json()["figures"]["votes"]) if answer.status_code == 200 else 0

    assert known(f"{first}T00:00:00Z") == 0
    assert 0 < known(first) < votes
    assert known(f"{last}T00:00:00Z") < votes
    assert known(last) == votes


def test_freshwater_stands_as_it_was_known_on_the_morning_of_the_article(
    brought: tuple[Browser, dict[str, str]],
) -> None:
    browser, pilots = brought
    told = figures(browser, pilots["freshwater"], f"?as_of={MORNING}")
    page = browser.page(f"/pilots/{pilots['freshwater']}?as_of={MORNING}")

    assert (told["votes"], told["voters"], told["current_votes"]) == (1663, 57, 1660)
    assert "1,663 reactions to " in headline(page) or "No measure yet." in headline(page)
    assert "As known on 26 Jul 2017, 18:03" in page.first("p", role="status").text()


def test_its_target_of_150_participants_can_be_written_down_today(
    brought: tuple[Browser, dict[str, str]],
) -> None:
    browser, pilots = brought
    path = f"/pilots/{pilots['freshwater']}"
    said = {"measure": "participants", "name": "At least 150 participants", "unit": "people"}

    page = browser.done(
        f"{path}/define-measure", said | {"kind": "participation", "target": "150", "back": path}
    )

    assert page.first("h1")
    charter = f"{path}/charter"
    shown = browser.page(charter).first("dl", class_="pairs charter").text()
    assert "At least 150 participants" in shown
    assert "target 150 people" in shown
    assert "At least 150" not in browser.page(f"{charter}?as_of={MORNING}").text()
    assert figures(browser, pilots["freshwater"])["voters"] < 150
