"""The API carries out every command, refuses what is wrong in a sentence, and does it once."""

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec import structs

from pilots.commands import COMMANDS
from tests.conftest import Clock
from tests.web.bodies import body_of, post
from tests.web.browsers import Browser
from tests.web.conftest import Made
from tests.web.good_values import GOOD
from tests.web.test_api_commands import refused
from tests.web.world import World

KEY = "the-same-key"
NONE = (b"", b"{", b"[]", b"null", b'"text"', b"\xff")


def required_of(name: str) -> list[str]:
    return [each.encode_name for each in structs.fields(COMMANDS[name]) if each.required]


def wrong_types(value: Any) -> Iterator[Any]:
    """Yield values of a type that cannot be meant."""
    yield {"a": 1}
    yield [[]]
    if not isinstance(value, str):
        yield "x" * 20


@pytest.mark.parametrize("name", COMMANDS)
def test_a_good_body_is_done_once_under_its_key_and_its_facts_are_listed(
    browser: Browser, world: World, clock: Clock, name: str
) -> None:
    body, before = body_of(world, name), browser.head()

    first = post(browser, name, body, idempotency_key=KEY)
    after = browser.head()
    clock.pass_days(1)
    again = post(browser, name, body, idempotency_key=KEY)

    assert first.status_code == 201, first.text
    assert (again.status_code, again.content) == (201, first.content)
    assert browser.head() == after
    events = browser.stored(before)
    assert first.json() == {
        "position": after,
        "facts": [
            {
                "name": event.fact.stored_as,
                "stream": event.originator_id,
                "version": event.originator_version,
                "position": event.position,
            }
            for event in events
        ],
    }
    assert GOOD[name].fact in [event.fact.stored_as for event in events]
    by = "anonymous" if COMMANDS[name].unsigned else world.member
    assert {(event.source, event.by) for event in events} == {("api", by)}


@pytest.mark.parametrize("name", COMMANDS)
def test_its_key_cannot_be_used_for_another_body(browser: Browser, world: World, name: str) -> None:
    body = body_of(world, name)
    post(browser, name, body, idempotency_key=KEY)
    before = browser.head()

    other = body | {"occurred_at": "2026-03-01T10:00:00Z"}
    told = refused(post(browser, name, other, idempotency_key=KEY))

    assert "used before" in told["detail"]
    assert browser.head() == before


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_wrong_in_a_body_is_refused_with_its_field(
    browser: Browser, world: World, name: str
) -> None:
    body, before = body_of(world, name), browser.head()

    for field in required_of(name):
        less = {key: value for key, value in body.items() if key != field}
        assert refused(post(browser, name, less))["field"] == field
        assert refused(post(browser, name, body | {field: None}))["field"] == field
    for field, value in body.items():
        for wrong in wrong_types(value):
            told = refused(post(browser, name, body | {field: wrong}))
            assert told["field"] == field, wrong
        if isinstance(value, str):
            told = refused(post(browser, name, body | {field: "x" * 20_000}))
            assert told["field"] == field
    assert refused(post(browser, name, body | {"admin": True}))["field"] == "admin"
    for none in NONE[0 if required_of(name) else 1 :]:
        refused(post(browser, name, none))
    assert browser.head() == before


@pytest.mark.parametrize("name", [name for name, kind in COMMANDS.items() if kind.of.kind])
def test_a_thing_that_is_not_there_is_not_found(browser: Browser, world: World, name: str) -> None:
    body, before = body_of(world, name), browser.head()
    named = [key for key in body if str(body[key]).partition("-")[0] == key and "-" in body[key]]

    for field in named:
        told = refused(post(browser, name, body | {field: f"{field}-0"}), 404)
        assert told["detail"]

    assert browser.head() == before
    assert named or "{" not in GOOD[name].path


@pytest.mark.parametrize("name", COMMANDS)
def test_who_only_reads_or_is_nobody_may_not(auditor: Browser, made: Made, name: str) -> None:
    body, before = body_of(made.world, name), auditor.head()

    refused(post(auditor, name, body), 403)
    refused(post(Browser(auditor.platform), name, body), 401)

    assert auditor.head() == before
