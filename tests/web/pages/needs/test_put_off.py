"""Later: what a pilot needs stays away for 14 days from whoever said so, and can be found."""

from datetime import date

import pytest

from domain.kernel.access import Asker
from pilots.commands.decision import TakeDecision
from pilots.commands.pilot import StartPilot
from tests.support.machines.clock import Clock
from tests.support.pages.browser import Browser, sign_in
from tests.support.pages.reading_pages import Node
from tests.support.stories.builders import ask, open_gates
from web.bootstrap import Platform


@pytest.fixture
def started(platform: Platform, mere: Asker) -> str:
    """A pilot begun in two lines, of which one question is asked."""
    manager = sign_in(platform, "mo", "manager")
    aim = {"aim": "Nobody waits for a key.", "measure": "from 20 to 5 minutes"}
    assert mere
    return manager.sent("/start", aim).partition("?")[0]


@pytest.fixture
def decided(platform: Platform, mere: Asker, pilot: str) -> str:
    """A pilot whose decision is to be checked in five days."""
    open_gates(platform, mere, pilot)
    ask(platform, mere, StartPilot(pilot=pilot, ends_on=date(2026, 6, 2)))
    taken = TakeDecision(
        pilot=pilot,
        verdict="persevere",
        expected_effect="Nobody misses a meeting.",
        revisit_on=date(2026, 3, 7),
    )
    ask(platform, mere, taken)
    return f"/pilots/{pilot}"


def asked(browser: Browser, path: str) -> str:
    """Return what is next on a page, without what waits."""
    found = browser.page(path).find("h2", id="next-h")
    return found[0].text() if found else ""


def waiting(browser: Browser, path: str) -> str:
    return " ".join(each.text() for each in browser.page(path).find("details", class_="later"))


def form_on(page: Node, path: str) -> Node:
    return page.first("form", action=f"{path}/later")


def test_what_is_put_off_is_asked_again_after_14_days(
    manager: Browser, started: str, clock: Clock
) -> None:
    question = asked(manager, started)
    assert "Who has this problem today?" in question
    head = manager.head()

    back = manager.sent(f"{started}/later", form_on(manager.page(started), started).values())

    assert back == started
    assert manager.head() == head
    assert question not in asked(manager, started)
    assert "Who has this problem today?" in waiting(manager, started)
    clock.pass_days(13)
    assert question not in asked(manager, started)
    clock.pass_days(1)
    assert question == asked(manager, started)


def test_it_goes_from_the_front_page_too_but_from_nobody_else(
    platform: Platform, manager: Browser, started: str
) -> None:
    other = sign_in(platform, "cleo", "manager")
    assert "Who has this problem today?" in manager.page("/").text()

    assert manager.sent(f"{started}/later", form_on(manager.page("/"), started).values()) == "/"

    assert "Who has this problem today?" not in manager.page("/").text()
    assert "Who has this problem today?" in other.page("/").text()
    assert "Who has this problem today?" in asked(other, started)


def test_the_past_knows_nothing_of_it(manager: Browser, started: str, clock: Clock) -> None:
    manager.sent(f"{started}/later", form_on(manager.page(started), started).values())
    clock.pass_days(1)

    assert not manager.page(f"{started}?as_of=2026-03-02").find("form", action=f"{started}/later")


@pytest.mark.parametrize("about", ["", "x" * 501])
def test_what_nobody_named_is_not_put_off(manager: Browser, started: str, about: str) -> None:
    answer = manager.send(f"{started}/later", {"about": about})

    assert answer.status_code == 422
    assert "What is to wait was not named. Press Later again." in answer.text


def test_an_auditor_puts_nothing_off(auditor: Browser, started: str) -> None:
    assert auditor.send(f"{started}/later", {"about": "problem-unsaid"}).status_code == 403
    assert not auditor.page(started).find("form", action=f"{started}/later")


def test_a_pilot_that_is_none_has_nothing_to_put_off(manager: Browser) -> None:
    assert manager.send("/pilots/pilot-none/later", {"about": "end-passed"}).status_code == 404


def test_due_or_overdue_a_decision_waits_its_14_days(
    manager: Browser, decided: str, clock: Clock
) -> None:
    clock.pass_days(5)
    assert "Did the decision" in asked(manager, decided)
    button = form_on(manager.page(decided), decided).first("button")
    assert button.text() == "Not yet"

    manager.sent(f"{decided}/later", form_on(manager.page(decided), decided).values())
    clock.pass_days(13)  # it is overdue by now

    assert "Did the decision" not in asked(manager, decided)
    clock.pass_days(1)
    assert "Did the decision" in asked(manager, decided)
