"""Find or do offers places, deeds that are allowed, pilots, people, media, and texts."""

import pytest

from domain.kernel.access import Asker
from pilots.commands.participation import LogParticipation
from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import Node
from tests.support.stories.builders import ask, person
from tests.support.stories.world import World
from tests.web.http.test_responses_to_htmx import PARTIAL
from web.http.navigation import PLACES, Place
from web.i18n.bidi import ISOLATE, POP
from web.pages.search.available_actions import ANYWHERE
from web.pages.search.palette import RESULTS_SHOWN


def rows(browser: Browser, asked: str, pilot: str = "") -> dict[str, tuple[str, str]]:
    """Return what the page lists: label to address and kind."""
    page = browser.page(f"/find?q={asked}&pilot={pilot}")
    items = page.first("ul", class_="find-hits card").find("a")
    return {
        a.first("span").text(): (a.attrs["href"], a.find("kbd")[0].text() if a.find("kbd") else "")
        for a in items
    }


def test_without_a_word_it_offers_what_is_done_most(browser: Browser, shown: str) -> None:
    found = rows(browser, "", shown)

    assert list(found)[:2] == ["Log something", "Keep a lesson"]
    assert found["Log something"] == (f"/log?pilot={shown}", "Do")
    assert {kind for _, kind in found.values()} == {"Do", "Do here", "Go to"}
    assert len(found) == RESULTS_SHOWN


@pytest.mark.parametrize("place", PLACES, ids=lambda place: str(place.label))
def test_every_place_is_found_by_its_name(browser: Browser, place: Place) -> None:
    label = str(place.label)
    assert rows(browser, label)[label] == (place.href, "Go to")


@pytest.mark.parametrize("label", [str(each) for each in ANYWHERE.values()])
def test_every_deed_from_anywhere_is_found(browser: Browser, label: str) -> None:
    href, kind = rows(browser, label)[label]

    assert kind == "Do"
    assert browser.get(href).status_code == 200


def test_what_cannot_be_done_now_is_not_offered(browser: Browser, shown: str) -> None:
    assert "Start" in " ".join(rows(browser, "start", shown))
    assert "Pause the pilot" not in rows(browser, "pause", shown)
    assert rows(browser, "start") == {"All results for “start”": ("/search?q=start", "")}


def test_a_deed_is_found_by_the_name_of_its_command_too(browser: Browser, shown: str) -> None:
    here = f"/pilots/{shown}/take-decision"

    assert rows(browser, "take decision", shown)["Decide"] == (here, "Do here")


def test_from_elsewhere_a_deed_is_found_with_the_name_of_its_pilot(
    browser: Browser, shown: str
) -> None:
    here = f"/pilots/{shown}/take-decision"

    assert rows(browser, "decide minutes")["Decide: Shared minutes"] == (here, "Do")
    assert rows(browser, "minutes decide")["Decide: Shared minutes"] == (here, "Do")
    assert "Decide: Shared minutes" not in rows(browser, "decide hours")
    assert "Decide: Shared minutes" not in rows(browser, "shared minutes")
    assert "Decide: Shared minutes" not in rows(browser, "decide minutes", shown)


def test_the_name_of_its_pilot_keeps_its_own_direction(browser: Browser) -> None:
    browser.sent("/pilots/propose", {"title": "مكتب الليل"})

    assert f"Rename the pilot: {ISOLATE}مكتب الليل{POP}" in rows(browser, "rename مكتب")


def test_auditors_are_offered_nothing_to_do(auditor: Browser, manager: Browser, pilot: str) -> None:
    assert not {kind for _, kind in rows(auditor, "", pilot).values()} & {"Do", "Do here"}
    assert not {kind for _, kind in rows(auditor, "decide minutes").values()} & {"Do", "Do here"}
    assert "Do here" in {kind for _, kind in rows(manager, "", pilot).values()}


def test_members_are_not_offered_what_only_managers_may(member: Browser, manager: Browser) -> None:
    assert str(ANYWHERE["erase-prose"]) not in rows(member, "erase")
    assert str(ANYWHERE["erase-prose"]) in rows(manager, "erase")


def test_names_come_before_texts_and_nothing_twice(
    manager: Browser, mere: Asker, pilot: str
) -> None:
    person(manager.platform, "Minna")
    for medium in ("minibus", None):
        said = LogParticipation(pilot=pilot, text="The minutes were long", medium=medium)
        ask(manager.platform, mere, said)
    found = rows(manager, "min")

    kinds = [kind for _, kind in found.values()]
    assert kinds[:3] == ["Person", "Medium", "Pilot, proposed"]
    assert kinds[-1] == ""
    assert "Entry" in kinds
    hrefs = [href for href, _ in found.values()]
    assert len(set(hrefs)) == len(hrefs)


def test_there_are_never_more_than_nine_and_texts_keep_their_place(
    manager: Browser, mere: Asker, pilot: str
) -> None:
    for number in range(12):
        person(manager.platform, f"Same {number}")
        other = LogParticipation(pilot=pilot, text=f"Same same, again {number}")
        ask(manager.platform, mere, other)
        said = LogParticipation(pilot=pilot, text=f"Same same {number}", medium=f"same {number}")
        ask(manager.platform, mere, said)
    kinds = [kind for _, kind in rows(manager, "same").values()]

    assert len(kinds) == RESULTS_SHOWN + 1
    assert kinds[:6] == [*["Person"] * 3, *["Medium"] * 3]
    assert "Entry" in kinds[6:RESULTS_SHOWN]
    assert len(rows(manager, "s")) <= RESULTS_SHOWN + 1


def test_the_dialog_gets_the_same_as_options(browser: Browser, world: World) -> None:
    told = browser.page(world.at("/find?part=found&q=mi&pilot={pilot}"), **PARTIAL)
    options = [each for each in told.inside if isinstance(each, Node)]

    assert [each.attrs["role"] for each in options] == ["option"] * len(options)
    assert [each.first("span").text() for each in options] == list(
        rows(browser, "mi", world.at("{pilot}"))
    )
    assert len({each.attrs["id"] for each in options}) == len(options)


@pytest.mark.parametrize("asked", ["%00", "'", '"', "%", "*", "a" * 3000, "<b>", "%f0%9f%92%a1"])
def test_anything_may_be_asked(browser: Browser, world: World, asked: str) -> None:
    assert browser.get(world.at(f"/find?q={asked}&pilot={{pilot}}")).status_code == 200
    assert browser.get(f"/find?q={asked}&pilot={asked}").status_code == 200
