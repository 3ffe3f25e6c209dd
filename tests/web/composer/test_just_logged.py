"""What was just logged stands below the composer: to edit where it stands, and to undo."""

import pytest

from domain.facts.participation import ParticipationCorrected
from domain.facts.person import PersonRegistered
from pilots.request import new_id
from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import Node, read
from tests.support.stories.world import World

MINUTE = 1 / 1440  # of a day
JSON = "application/json"


def rows(browser: Browser, path: str) -> list[Node]:
    return browser.page(path).first("section", id="logged").find("li")


def logged(browser: Browser, pilot: str, text: str, **fields: str) -> str:
    """Log a line, and return its entry."""
    browser.sent("/log", {"pilot": pilot, "text": text} | fields)
    entries = [e.originator_id for e in browser.stored() if e.originator_id.startswith("entry-")]
    return entries[-1]


def later(browser: Browser, days: float) -> None:
    browser.platform.pilots.clock.pass_days(days)  # type: ignore[attr-defined]  # the tests' clock


@pytest.mark.parametrize("path", ["/", "/log", "/pilots/{pilot}", "/pilots/{pilot}/log"])
def test_it_stands_below_every_composer_for_ten_minutes(
    browser: Browser, world: World, path: str
) -> None:
    later(browser, 1)
    logged(browser, world.pilot, "Read the board, 15 min")

    (row,) = rows(browser, world.at(path))
    assert "Read the board, 15 min" in row.text()
    assert "15 min saved" in row.text()
    later(browser, 11 * MINUTE)
    assert rows(browser, world.at(path)) == []


def test_it_is_of_whoever_looks(manager: Browser, member: Browser) -> None:
    proposed = manager.send("/pilots/propose", {"title": "Night desk"}).headers["location"]
    pilot = proposed.removeprefix("/pilots/").partition("?")[0]
    logged(member, pilot, "Read the board")

    assert [row.first("p").text() for row in rows(member, "/")] == ["Read the board"]
    assert rows(manager, "/") == []


def test_a_lesson_of_the_same_wish_stands_with_its_entry(browser: Browser, world: World) -> None:
    later(browser, 1)
    logged(browser, world.pilot, "Read the board", learned="Read it twice.")

    (row,) = rows(browser, "/")

    assert "Read it twice." in row.text()
    undo = next(form for form in row.find("form") if form.attrs["action"].endswith("/void"))
    head = browser.head()
    answer = browser.send(undo.attrs["action"], undo.values(), accept=JSON)
    assert answer.json()["position"] == head + 2
    assert {"gone"} <= {word for row in rows(browser, "/") for word in row.attrs["class"].split()}


def edit(browser: Browser, entry: str, **headers: str) -> Node:
    page = browser.page(f"/entries/{entry}/edit", **headers)
    return next(form for form in page.find("form") if form.attrs["action"].endswith("/edit"))


def test_an_entry_is_edited_with_everything_in_it_and_without_a_reason(
    browser: Browser, world: World
) -> None:
    line = "Read the board with @Rua, phone, 15 min"
    entry = logged(browser, world.pilot, line)
    form = edit(browser, entry, hx_request_type="partial")
    assert form.values()["with"] == "Rua"
    head, wish = browser.head(), form.values() | {"minutes": "20", "with": "Rua, Hine"}

    for _ in range(2):  # the answer to the first was lost
        browser.sent(form.attrs["action"], wish)

    guest, corrected = browser.stored(head)
    assert guest.fact == PersonRegistered(name="Hine")
    assert isinstance(corrected.fact, ParticipationCorrected)
    assert corrected.fact.changes.minutes == 20
    assert len(corrected.fact.changes.with_ or ()) == 2
    assert corrected.fact.reason == "Edited soon after it was logged."
    assert "with Rua, Hine" in rows(browser, f"/pilots/{world.pilot}")[0].text()


def test_the_log_leads_to_the_same_form(browser: Browser, world: World) -> None:
    entry = logged(browser, world.pilot, "Read the board")

    feed = browser.page(f"/pilots/{world.pilot}/log").first("section", id="feed")

    assert f"/entries/{entry}/edit" in [link.attrs["href"] for link in feed.find("a")]


def test_what_is_left_as_it_was_corrects_nothing(browser: Browser, world: World) -> None:
    entry = logged(browser, world.pilot, "Read the board with @Rua on phone, 15 min, yesterday")
    form, head = edit(browser, entry), browser.head()

    answer = browser.send(form.attrs["action"], form.values(), accept=JSON)

    assert answer.json() == {"position": head}
    assert browser.head() == head


def test_what_is_emptied_is_empty(browser: Browser, world: World) -> None:
    entry = logged(browser, world.pilot, "Read the board with @Rua on phone, 15 min")
    form = edit(browser, entry)

    browser.sent(form.attrs["action"], form.values() | {"with": "", "medium": "", "minutes": ""})

    again = edit(browser, entry).values()
    assert (again["with"], again["medium"], again["minutes"]) == ("", "", "")


def test_an_hour_later_it_is_asked_why(browser: Browser, world: World) -> None:
    entry = logged(browser, world.pilot, "Read the board")
    later(browser, 61 * MINUTE)
    form, head = edit(browser, entry), browser.head()
    wish = form.values() | {"text": "Read two boards"}

    refused = browser.send(form.attrs["action"], wish)

    assert (refused.status_code, browser.head()) == (422, head)
    again = next(f for f in read(refused.text).find("form") if "edit" in f.attrs["action"])
    assert again.values()["text"] == "Read two boards"
    browser.sent(form.attrs["action"], wish | {"reason": "There were two.", "command_id": new_id()})


def test_somebody_elses_entry_is_not_edited(manager: Browser, member: Browser) -> None:
    proposed = manager.send("/pilots/propose", {"title": "Night desk"}).headers["location"]
    pilot = proposed.removeprefix("/pilots/").partition("?")[0]
    entry = logged(manager, pilot, "Read the board")

    answer = member.send(f"/entries/{entry}/edit", {"text": "Ate it"}, accept=JSON)

    assert answer.status_code == 403
