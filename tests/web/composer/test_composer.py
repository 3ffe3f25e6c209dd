"""The composer logs who did what with whom, and what was learned; undo takes all of it back."""

from datetime import UTC, datetime

import pytest

from pilots.commands.experiment import StartExperiment
from tests.support.pages.browser import Browser, entries_of
from tests.support.pages.reading_pages import Node
from tests.support.stories.builders import ask
from tests.support.stories.world import World

AUCKLAND = "pilotlog-zone=Pacific/Auckland"


def titles(page: Node) -> list[str]:
    return [n.text() for n in page.first("section", id="feed").find("h3")]


def toast(page: Node) -> Node:
    return page.first("div", id="toasts")


def test_it_logs_with_people_known_and_new_and_a_lesson(browser: Browser, world: World) -> None:
    before = browser.head()
    said = {"text": "Planned the spring", "with": "rua, Moana", "learned": "Plan early."}

    page = browser.done("/log", {"pilot": world.pilot, "back": f"/pilots/{world.pilot}"} | said)

    assert titles(page)[:2] == ["Plan early.", "Planned the spring"]
    assert "with Rua, Moana" in page.first("section", id="logged").text()
    assert toast(page).first("span").text() == "Logged, with a lesson."
    facts = browser.stored(before)
    assert [each.fact.stored_as for each in facts] == [
        "person.registered.v1",
        "participation.logged.v1",
        "lesson.learned.v1",
    ]
    assert len({each.command_id for each in facts}) == 1
    assert facts[2].because_of == facts[1].id


def test_undo_takes_entry_and_lesson_back(browser: Browser, world: World) -> None:
    said = {"pilot": world.pilot, "text": "Planned", "learned": "Plan early."}
    page = browser.done("/log", said)
    row = page.first("section", id="logged")
    before = browser.head()
    form = next(each for each in row.find("form") if each.attrs["action"].endswith("/void"))

    page = browser.done(form.attrs["action"], form.values())

    assert toast(page).text() == "Taken back. The log keeps both."
    voided = ["participation.voided.v1", "lesson.voided.v1"]
    assert [each.fact.stored_as for each in browser.stored(before)] == voided
    page = browser.page(f"/pilots/{world.pilot}")
    rows = page.first("section", id="feed").find("li")
    gone = [n.first("h3").text() for n in rows if "gone" in n.attrs.get("class", "")]
    assert {"Planned", "Plan early."} <= set(gone)


def test_undo_is_offered_for_ten_minutes_and_only_to_who_did_it(
    manager: Browser, member: Browser
) -> None:
    proposed = manager.send("/pilots/propose", {"title": "Night desk"}).headers["location"]
    pilot = proposed.removeprefix("/pilots/").partition("?")[0]
    done = member.send("/log", {"pilot": pilot, "text": "x"}).headers["location"]

    assert member.page(done).first("section", id="logged").find("form")
    assert not toast(manager.page(done)).text()
    manager.platform.pilots.clock.pass_days(11 / 1440)  # type: ignore[attr-defined]  # the tests' clock
    assert not toast(member.page(done)).text()


def test_an_entry_can_be_corrected_and_shows_what_is_right(browser: Browser, world: World) -> None:
    path = f"/entries/{world.entry}/correct"
    form = next(n for n in browser.page(path).first("main").find("form"))
    said = form.values() | {"changes.text": "Wrote a book.", "reason": "It grew."}

    page = browser.done(path, said | {"back": f"/pilots/{world.pilot}"})

    assert titles(page)[0] == "An entry was corrected"
    assert browser.page(path).first("textarea", name="changes.text").raw() == "Wrote a book."
    assert entries_of(browser)[0].text == "Wrote a page\nand a half."


def test_a_corrected_entry_says_so_where_it_stands(browser: Browser, world: World) -> None:
    path = f"/entries/{world.entry}/correct"
    browser.sent(path, {"changes.text": "Wrote a book.", "reason": "It grew."})

    assert (
        "Wrote a book."
        in browser.page(f"/pilots/{world.pilot}/log").first("section", id="feed").text()
    )


def test_a_field_can_be_emptied_by_a_correction(browser: Browser, world: World) -> None:
    said = {"pilot": world.pilot, "text": "Talked", "minutes": "30"}
    browser.sent("/log", said)
    entry = [e.originator_id for e in browser.stored() if e.originator_id.startswith("entry-")][-1]
    path = f"/entries/{entry}/correct"
    form = next(n for n in browser.page(path).first("main").find("form"))

    browser.sent(path, form.values() | {"changes.minutes": "", "reason": "Nobody timed it."})

    assert browser.page(path).first("input", name="changes.minutes").attrs["value"] == ""


def test_a_time_is_typed_in_the_readers_zone_and_kept_in_utc(browser: Browser, shown: str) -> None:
    said = {"pilot": shown, "text": "Breakfast", "occurred_at": "2026-03-01T08:30"}

    browser.sent("/log", said, cookie=AUCKLAND)

    event = browser.stored()[-1]
    assert event.occurred_at == datetime(2026, 2, 28, 19, 30, tzinfo=UTC)
    assert (event.zone, event.precision) == ("Pacific/Auckland", "minute")


@pytest.mark.parametrize("zone", ["Nowhere/Land", "../../etc/passwd", "x" * 300, "America"])
def test_a_zone_that_is_none_counts_as_utc(browser: Browser, shown: str, zone: str) -> None:
    said = {"pilot": shown, "text": "Breakfast", "occurred_at": "2026-03-01T08:30"}

    answer = browser.send("/log", said, cookie=f"pilotlog-zone={zone}")

    assert answer.status_code == 303
    event = browser.stored()[-1]
    assert event.occurred_at == datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
    assert event.zone in (None, "UTC")


@pytest.mark.parametrize("when", ["0001-01-01T00:00", "9999-12-31T23:59"])
@pytest.mark.parametrize("zone", ["UTC", "Pacific/Auckland", "America/New_York"])
def test_no_moment_that_can_be_stored_breaks_a_page(
    browser: Browser, shown: str, when: str, zone: str
) -> None:
    browser.send(
        "/log", {"pilot": shown, "text": "x", "occurred_at": when}, cookie=f"pilotlog-zone={zone}"
    )

    for reader in ("UTC", "Pacific/Auckland", "America/New_York"):
        for path in ("/", f"/pilots/{shown}", f"/pilots/{shown}?axis=recorded"):
            answer = browser.get(path, cookie=f"pilotlog-zone={reader}")
            assert answer.status_code == 200
            assert len(answer.text) < 200_000


def test_an_experiment_is_chosen_beforehand_where_only_one_runs(
    browser: Browser, world: World
) -> None:
    def chosen() -> str:
        page = browser.page(f"/log?pilot={world.pilot}")
        (form,) = (each for each in page.find("form") if each.attrs.get("id") == "log")
        return str(form.values().get("experiment", ""))

    assert chosen() == world.running
    local = browser.platform.local
    assert local
    ask(browser.platform, local, StartExperiment(experiment=world.experiment))
    assert chosen() == ""
