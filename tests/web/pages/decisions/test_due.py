"""Decisions whose day has come need somebody on the front page, and stand in the calendar."""

from datetime import date

import pytest
from icalendar import Calendar
from msgspec.structs import replace

from domain.kernel.access import Asker
from domain.kernel.moments import stamp
from pilots.commands.decision import RevisitDecision, TakeDecision
from pilots.commands.pilot import StartPilot
from pilots.commands.pilot_people import JoinPilot
from projections.engine.as_of import NOW, Cut
from tests.support.machines.clock import MONDAY, Clock
from tests.support.pages.browser import Browser
from tests.support.stories.builders import ask, open_gates
from web.bootstrap import Platform
from web.pages.decisions.due import day_of_reader

EFFECT = "Nobody misses <a> meeting."


@pytest.fixture
def decision(platform: Platform, mere: Asker, pilot: str) -> str:
    """A decision to be looked at again in ten days, about a pilot that ends in a month."""
    open_gates(platform, mere, pilot)
    ask(platform, mere, StartPilot(pilot=pilot, ends_on=date(2026, 4, 2)))
    taken = TakeDecision(
        pilot=pilot, verdict="pivot", expected_effect=EFFECT, revisit_on=date(2026, 3, 12)
    )
    return ask(platform, mere, taken).stream("decision")


def due_on(browser: Browser, query: str = "") -> str:
    cards = browser.page(f"/{query}").find("section", aria_labelledby="needs-h")
    return cards[0].text() if cards else ""


def test_the_day_is_the_one_it_is_where_somebody_reads() -> None:
    late = MONDAY.replace(hour=23)
    reader = Asker(person="person-mere", name="Mere", zone="Pacific/Auckland")

    assert day_of_reader(late, reader, NOW) == "2026-03-03"
    assert day_of_reader(late, replace(reader, zone="America/New_York"), NOW) == "2026-03-02"
    assert day_of_reader(late, reader, Cut(moment=stamp(MONDAY))) == "2026-03-02"


def test_it_is_due_on_its_day_and_not_before(manager: Browser, decision: str, clock: Clock) -> None:
    clock.pass_days(9)
    assert "Did the decision" not in due_on(manager)
    clock.pass_days(1)

    told = due_on(manager)

    assert f"Did the decision of 2 Mar 2026 hold? You expected: {EFFECT}" in told
    needs = manager.page("/").first("section", aria_labelledby="needs-h")
    answer = needs.first("form", action=f"/decisions/{decision}/revisit")
    assert [n.text() for n in answer.find("button")] == ["It held", "It did not"]
    assert due_on(manager, "?as_of=2026-03-11") == ""


def test_it_is_told_to_managers_and_to_members_of_that_pilot(
    platform: Platform, mere: Asker, pilot: str, decision: str, member: Browser, clock: Clock
) -> None:
    clock.pass_days(20)
    assert decision
    assert due_on(member) == ""
    ask(platform, mere, JoinPilot(pilot=pilot, person=member.who, role="team"))

    assert "Did the decision of 2 Mar 2026 hold?" in due_on(member)


def test_it_is_gone_once_somebody_looked_back(
    platform: Platform, mere: Asker, manager: Browser, decision: str, clock: Clock
) -> None:
    clock.pass_days(20)
    assert "Did the decision" in due_on(manager)
    ask(platform, mere, RevisitDecision(decision=decision, held=True))

    assert "Did the decision" not in due_on(manager)


def test_an_auditor_is_asked_for_nothing(auditor: Browser, decision: str, clock: Clock) -> None:
    clock.pass_days(20)

    assert due_on(auditor) == ""
    assert f"/decisions/{decision}/revisit" not in auditor.get("/").text


def test_the_calendar_holds_each_day_with_its_page(
    platform: Platform, mere: Asker, manager: Browser, decision: str, pilot: str
) -> None:
    answer = manager.get("/calendar.ics")

    assert answer.headers["content-type"].startswith("text/calendar")
    told = {
        str(event["url"]): (event.start, event.end, str(event["summary"]))
        for event in Calendar.from_ical(answer.content).events
    }
    assert told == {
        f"http://localhost/decisions/{decision}": (
            date(2026, 3, 12),
            date(2026, 3, 13),
            "Look again: change course, Shared minutes",
        ),
        f"http://localhost/pilots/{pilot}": (
            date(2026, 4, 2),
            date(2026, 4, 3),
            "Last day: Shared minutes",
        ),
    }
    for page in told:
        assert manager.get(page.removeprefix("http://localhost")).status_code == 200
    ask(platform, mere, RevisitDecision(decision=decision, held=True))
    assert decision not in manager.get("/calendar.ics").text


def test_the_calendar_is_for_who_is_signed_in(platform: Platform) -> None:
    answer = Browser(platform).get("/calendar.ics")

    assert answer.status_code in (303, 401)
    assert "BEGIN:VCALENDAR" not in answer.text
