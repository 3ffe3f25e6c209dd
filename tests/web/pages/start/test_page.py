"""A pilot is started in two lines: nothing else is asked before the fifth entry."""

import pytest

from pilots.commands import COMMANDS
from tests.support.pages.browser import Browser
from web.pages.start.page import title_of

TWO_LINES = {
    "aim": "nobody stays late because of the handover",
    "measure": "a handover goes from 20 to 5 minutes",
}


def started(browser: Browser, **fields: str) -> str:
    return browser.sent("/start", TWO_LINES | fields).removeprefix("/pilots/").partition("?")[0]


def names(browser: Browser) -> list[str]:
    return [event.fact.stored_as for event in browser.stored()]


def test_who_has_no_pilot_is_asked_what_they_are_trying(browser: Browser) -> None:
    page = browser.page("/")
    assert page.first("h1").text() == "What are you trying?"
    form = page.first("form", action="/start")
    assert [
        each.attrs["name"] for each in form.find("input") if each.attrs.get("type") != "hidden"
    ] == ["aim", "measure"]
    assert page.first("form", action="/sample").find("button")


def test_one_press_proposes_measures_and_starts(browser: Browser) -> None:
    pilot = started(browser)
    assert names(browser)[1:] == [
        "programme.opened.v1",
        "pilot.proposed.v1",
        "pilot.accomplishment-stated.v1",
        "pilot.member-joined.v1",
        "pilot.measure-defined.v1",
        "pilot.gate-overridden.v1",
        "pilot.started.v1",
    ]
    assert len({event.command_id for event in browser.stored()[1:]}) == 1
    (passed,) = [e for e in browser.stored() if e.fact.stored_as == "pilot.gate-overridden.v1"]
    assert passed.by == "system"
    page = browser.page(f"/pilots/{pilot}?first=1")
    assert page.first("h1").text() == "Nobody stays late"
    assert "Not enough to say yet." in page.text()
    assert page.first("textarea", id="what").text().startswith("We tried")
    assert "Who has this problem today?" in page.text()


def test_no_gate_stands_before_what_comes_next(browser: Browser) -> None:
    pilot = started(browser)
    for number in range(5):
        browser.sent("/log", {"pilot": pilot, "text": f"Entry {number}"})
        browser.sent(f"/pilots/{pilot}/plan-experiment", {"title": f"Try {number}"})
        measure = {"measure": f"m-{number}", "name": "Calls", "unit": "calls"}
        browser.sent(f"/pilots/{pilot}/define-measure", measure)

    assert names(browser).count("experiment.planned.v1") == 5
    assert names(browser).count("pilot.gate-overridden.v1") == 1


@pytest.mark.parametrize(
    ("command", "fields"),
    [
        ("adopt-medium", {"medium": "chat", "capability": "hand over", "helps_because": "fast"}),
        ("take-decision", {"verdict": "scale", "expected_effect": "More"}),
    ],
)
def test_channels_and_growing_keep_theirs(
    browser: Browser, command: str, fields: dict[str, str]
) -> None:
    pilot = started(browser)
    answer = browser.send(f"/pilots/{pilot}/{command}", fields)
    assert answer.status_code == 422, COMMANDS[command]


def test_an_empty_aim_is_refused_in_a_sentence_and_the_rest_stays(browser: Browser) -> None:
    answer = browser.send("/start", TWO_LINES | {"aim": " "})
    assert answer.status_code == 422
    assert "Say in one line what you are trying." in answer.text
    assert TWO_LINES["measure"] in answer.text
    assert browser.head() == 1


def test_who_cannot_say_yet_explores_until_a_day(browser: Browser) -> None:
    page = browser.page("/start?explores=1")
    assert page.first("input", name="ends_on").attrs["value"]
    pilot = started(browser, explores="1", ends_on="2099-01-01", measure="")
    stored = {event.fact.stored_as: event.fact for event in browser.stored()}
    assert stored["pilot.proposed.v1"].kind == "exploration"  # type: ignore[attr-defined]  # of this fact
    assert str(stored["pilot.started.v1"].ends_on) == "2099-01-01"  # type: ignore[attr-defined]  # of this fact
    assert "No measure yet." in browser.page(f"/pilots/{pilot}").text()


def test_it_shows_how_the_pilot_will_look_while_one_types(browser: Browser) -> None:
    page = browser.page("/start?part=preview&aim=x&measure=calls+from+14+to+4", hx_request="true")
    assert "14 times today" in page.text()
    assert "target 4 times" in page.text()


@pytest.mark.parametrize(
    ("aim", "title"),
    [
        ("nobody stays late because of the handover", "Nobody stays late"),
        (
            "Crews of both yards settle a night fault in one call, and",
            "Crews of both yards settle a",
        ),
        ("Whoever writes a tender finds last year's answer", "Whoever writes a tender finds last"),
        ("Alle melden sich früher, weil die Tafel hängt", "Alle melden sich früher"),
    ],
)
def test_a_title_is_the_aim_cut_at_a_clause(aim: str, title: str) -> None:
    assert title_of(aim) == title
