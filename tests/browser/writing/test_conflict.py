"""Two people edit one title: the second sees both versions, and saves theirs or leaves it."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from typing import NamedTuple
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Page, expect

from pilots.commands.pilot import ProposePilot
from tests.browser.conftest import Watched
from tests.support.pages.browser import sign_in
from tests.support.pages.web_server import start_server, stop_server
from tests.support.stories.builders import ask
from web.bootstrap import build
from web.http.reading import SESSION

with_scripts = pytest.mark.parametrize("both", ["with scripts"], indirect=True)
PEOPLE = ("Moana", "Rua")


class Place(NamedTuple):
    """A server that asks people to sign in, a pilot on it, and the sessions of two people."""

    address: str
    pilot: str
    sessions: dict[str, str]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A served pilot, and two people who have signed in."""
    folder = tmp_path_factory.mktemp("conflict") / "data"
    with closing(build(folder)) as here:
        signed_in = [sign_in(here, name, "manager") for name in PEOPLE]
        asker = here.accounts.asker(signed_in[0].token)
        assert asker
        pilot = ask(here, asker, ProposePilot(title="Minutes")).stream("pilot")
    server, address = start_server(folder, local=False)
    yield Place(address, pilot, {each.who: each.token for each in signed_in})
    stop_server(server)


@pytest.fixture(params=["with scripts", "without"])
def both(
    browser: Browser, place: Place, request: pytest.FixtureRequest
) -> Iterator[tuple[Page, Page]]:
    """The windows of two people, each with the form that renames the pilot open."""
    contexts, watches = [], []
    for token in place.sessions.values():
        scripts = request.param == "with scripts"
        context = browser.new_context(base_url=place.address, java_script_enabled=scripts)
        cookie = {"name": SESSION, "value": token, "url": place.address}
        context.add_cookies([cookie])  # type: ignore[list-item]  # these three are enough
        watches.append(Watched(context, place.address))
        contexts.append(context)
    pages = [context.new_page() for context in contexts]
    for page in pages:
        page.goto(f"/pilots/{place.pilot}")
        page.locator(".pilot-menu > summary").click()
        page.get_by_role("link", name="Rename", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Rename the pilot")
    yield pages[0], pages[1]
    for context in contexts:
        context.close()
    said = [text for watch in watches for text in watch.said if "status of 409" not in text]
    assert (said, [url for watch in watches for url in watch.left]) == ([], [])


def rename(page: Page, title: str) -> None:
    page.get_by_label("New title").fill(title)
    page.get_by_role("button", name="Rename the pilot").click()


def overtake(both: tuple[Page, Page]) -> tuple[str, str]:
    """Let the first save a title, then the second send another; return both titles."""
    first, second = both
    titles = f"Minutes {uuid4().hex[:8]}", f"Notes {uuid4().hex[:8]}"
    rename(first, titles[0])
    expect(first.get_by_role("heading", level=1)).to_have_text(titles[0])
    rename(second, titles[1])
    expect(second.get_by_role("alert")).to_contain_text("Somebody else changed this")
    return titles


def test_the_second_sees_what_the_first_wrote_and_keeps_their_own(both: tuple[Page, Page]) -> None:
    _, second = both
    wrote, mine = overtake(both)

    theirs = second.get_by_role("region", name="What they wrote")
    expect(theirs).to_contain_text(wrote)
    expect(theirs).to_contain_text(PEOPLE[0])
    assert datetime.fromisoformat(theirs.locator("time").get_attribute("datetime") or "")
    expect(second.get_by_label("New title")).to_have_value(mine)


@with_scripts  # without them: tests/web/pages/commands/test_conflict.py
def test_sent_again_it_is_saved_over_theirs(both: tuple[Page, Page]) -> None:
    first, second = both
    _, mine = overtake(both)

    second.get_by_role("button", name="Rename the pilot").click()

    expect(second.get_by_role("heading", level=1)).to_have_text(mine)
    expect(second.get_by_role("status").get_by_text("Saved.")).to_be_visible()
    first.goto("/pilots")
    expect(first.get_by_role("link", name=mine)).to_be_visible()


@with_scripts
def test_cancelled_it_stays_as_they_wrote_it(both: tuple[Page, Page]) -> None:
    first, second = both
    wrote, _ = overtake(both)

    second.get_by_role("main").get_by_role("link", name="Cancel").click()

    expect(second.get_by_role("heading", level=1)).to_have_text(wrote)
    first.goto("/pilots")
    expect(first.get_by_role("link", name=wrote)).to_be_visible()
