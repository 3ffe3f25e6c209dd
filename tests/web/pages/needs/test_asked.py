"""A manager asks the owner of a pilot how it goes; the owner answers by writing in its log."""

import pytest

from domain.kernel.access import Asker
from pilots.commands.participation import LogParticipation
from pilots.commands.pilot import ProposePilot
from tests.support.machines.clock import Clock
from tests.support.pages.browser import Browser
from tests.support.stories.builders import ask
from web.bootstrap import Platform

QUESTION = "manu asks how it goes."


@pytest.fixture
def owned(platform: Platform, member: Browser) -> str:
    """A pilot kept going by a member who can sign in."""
    wish = ProposePilot(title="Shared minutes", accomplishment="No meeting without minutes.")
    return ask(platform, owner_of(member), wish).stream("pilot")


def owner_of(member: Browser) -> Asker:
    return Asker(person=member.who, name="mira", standing="member")


def test_the_owner_is_asked_until_they_write(
    platform: Platform, manager: Browser, member: Browser, owned: str, clock: Clock
) -> None:
    asking = manager.page("/review").first("form", action=f"/pilots/{owned}/ask-owner")
    assert asking.first("button").text() == "Ask mira"
    head = manager.head()

    back = manager.sent(f"/pilots/{owned}/ask-owner", asking.values())

    assert (back, manager.head()) == ("/review", head)
    row = manager.page("/review").first("li", id=f"line-{owned}")
    assert "The owner was asked" in row.text()
    assert not row.find("form", action=f"/pilots/{owned}/ask-owner")
    assert QUESTION in member.page("/").text()
    assert QUESTION in member.page(f"/pilots/{owned}").text()
    assert QUESTION not in manager.page(f"/pilots/{owned}").text()

    clock.pass_days(1)
    ask(platform, owner_of(member), LogParticipation(pilot=owned, text="Read the minutes aloud."))

    assert QUESTION not in member.page("/").text()
    assert manager.page("/review").find("form", action=f"/pilots/{owned}/ask-owner")


def test_who_cannot_sign_in_is_not_asked(
    platform: Platform, manager: Browser, mere: Asker, pilot: str
) -> None:
    path = f"/pilots/{pilot}/ask-owner"
    assert not manager.page("/review").find("form", action=path)

    answer = manager.send(path, {})

    assert answer.status_code == 422
    assert "The owner cannot sign in here. Ask them yourself." in answer.text
    assert platform.later.asked() == {}
    assert mere


def test_only_managers_ask(member: Browser, owned: str, auditor: Browser) -> None:
    path = f"/pilots/{owned}/ask-owner"

    assert member.send(path, {}).status_code == 403
    assert auditor.send(path, {}).status_code == 403
    assert not auditor.page("/review").find("form", action=path)


def test_nobody_asks_about_a_pilot_that_is_none(manager: Browser) -> None:
    assert manager.send("/pilots/pilot-none/ask-owner", {}).status_code == 404
