"""With If-Match a command is carried out on the version that was seen, or refused with both."""

from typing import Any

import pytest

from pilots.commands import COMMANDS
from tests.support.pages.api_bodies import body_of, post
from tests.support.pages.browser import Browser
from tests.support.pages.edits import EDITS
from tests.support.stories.world import World
from tests.web.api.test_commands import refused

BEGINS = ("take-decision",)  # it may be about a decision that was begun, but is not here
ABOUT = [
    name
    for name, kind in COMMANDS.items()
    if kind.of.kind in kind.__struct_encode_fields__ and name not in BEGINS
]
KEY = "the-same-key"
RENAME = "rename-pilot"
NO_VERSION = ("3", 'W/"3"', '"x"', '""', '"-1"', '"3", "4"', "*", '"' + "9" * 10 + '"')


def version_of(browser: Browser, stream: str) -> int:
    return len(browser.platform.pilots.facts_of(stream))


def asked(world: World, name: str) -> tuple[dict[str, Any], str]:
    """Return a good body and which thing it is about."""
    body = body_of(world, name)
    return body, str(body.get(COMMANDS[name].of.kind, ""))


@pytest.mark.parametrize("name", ABOUT)
def test_on_the_version_that_it_has_it_is_done(browser: Browser, world: World, name: str) -> None:
    body, stream = asked(world, name)
    quoted = f'"{version_of(browser, stream)}"'

    answer = post(browser, name, body, if_match=quoted, idempotency_key=KEY)

    assert answer.status_code == 201, answer.text
    again = post(browser, name, body, if_match=quoted, idempotency_key=KEY)
    assert (again.status_code, again.content) == (201, answer.content)


@pytest.mark.parametrize("name", ABOUT)
def test_on_an_earlier_version_it_is_refused_with_what_happened_since(
    browser: Browser, world: World, name: str
) -> None:
    body, stream = asked(world, name)
    now, before = version_of(browser, stream), browser.head()

    told = refused(post(browser, name, body, if_match=f'"{now - 1}"'), 409)

    assert (told["yours"], told["theirs"]) == (now - 1, now)
    event = browser.platform.pilots.facts_of(stream)[-1]
    (since,) = told["since"]
    assert since.keys() == {"name", "version", "position", "recorded_at", "by", "data"}
    assert (since["name"], since["version"]) == (event.fact.stored_as, now)
    assert (since["position"], since["by"]) == (event.position, event.by)
    assert since["recorded_at"].startswith("2026-03-02T09:")
    assert browser.head() == before


def test_all_that_happened_since_is_told_in_order(browser: Browser, world: World) -> None:
    version = version_of(browser, world.pilot)
    for title in ("One", "Two"):
        post(browser, RENAME, {"pilot": world.pilot, "title": title})

    body = {"pilot": world.pilot, "title": "Three"}
    told = refused(post(browser, RENAME, body, if_match=f'"{version}"'), 409)

    assert [each["data"]["title"] for each in told["since"]] == ["One", "Two"]
    assert (told["yours"], told["theirs"]) == (version, version + 2)
    assert "Look at both" in told["detail"]
    quoted = f'"{told["theirs"]}"'
    assert post(browser, RENAME, body, if_match=quoted).status_code == 201


@pytest.mark.parametrize("name", EDITS)
def test_without_a_version_the_last_one_wins(browser: Browser, world: World, name: str) -> None:
    body, stream = asked(world, name)

    assert post(browser, name, body).status_code == 201
    assert version_of(browser, stream) > 1


@pytest.mark.parametrize("said", NO_VERSION)
def test_what_is_no_version_is_refused(browser: Browser, world: World, said: str) -> None:
    before = browser.head()

    told = refused(post(browser, RENAME, body_of(world, RENAME), if_match=said))

    assert "If-Match" in told["detail"]
    assert browser.head() == before


def test_a_version_that_is_not_reached_yet_is_refused(browser: Browser, world: World) -> None:
    before = browser.head()

    refused(post(browser, RENAME, body_of(world, RENAME), if_match='"999"'), 409)

    assert browser.head() == before
