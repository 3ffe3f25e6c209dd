"""The API carries out every command, refuses what is wrong in a sentence, and does it once."""

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec import structs

from pilots.commands import COMMANDS
from tests.support.good_values import GOOD
from tests.support.machines.clock import Clock
from tests.support.pages.api_bodies import body_of, post
from tests.support.pages.browser import Browser
from tests.support.stories.copies import Made
from tests.support.stories.world import KINDS, World
from tests.web.api.test_commands import refused

KEY = "the-same-key"
NONE = (b"{", b"[]", b"null", b'"text"', b"\xff")


def required_of(name: str) -> list[str]:
    return [each.encode_name for each in structs.fields(COMMANDS[name]) if each.required]


def wrong_types(value: Any, *, needed: bool) -> Iterator[Any]:
    """Yield values of a type that cannot be meant."""
    yield {"a": 1}
    yield [[]]
    if needed:
        yield None
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
    other = body | {"occurred_at": "2026-03-01T10:00:00Z"}
    assert "used before" in refused(post(browser, name, other, idempotency_key=KEY))["detail"]
    assert browser.head() == after


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_wrong_in_a_body_is_refused_with_its_field(
    still: Browser, made: Made, name: str
) -> None:
    body, before = body_of(made.world, name), still.head()

    for field in required_of(name):
        less = {key: value for key, value in body.items() if key != field}
        assert refused(post(still, name, less))["field"] == field
    for field, value in body.items():
        for wrong in wrong_types(value, needed=field in required_of(name)):
            answer = post(still, name, body | {field: wrong})
            assert (answer.status_code, answer.json()["field"]) == (422, field)
        if isinstance(value, str):
            told = refused(post(still, name, body | {field: "x" * 20_000}))
            assert told["field"] == field
    assert refused(post(still, name, body | {"admin": True}))["field"] == "admin"
    for none in NONE:
        answer = post(still, name, none)
        assert answer.status_code == 422
        assert answer.json()["detail"].startswith("The body is no JSON object")
    assert still.head() == before


def test_a_value_of_another_type_is_refused_in_plain_words(still: Browser, made: Made) -> None:
    for name in COMMANDS:
        body = body_of(made.world, name)
        for field in body:
            refused(post(still, name, body | {field: {"a": 1}}))


@pytest.mark.parametrize(
    "name",
    [name for name, good in GOOD.items() if "{" in good.path],
)
def test_about_a_thing_that_is_not_there_it_is_not_found(
    still: Browser, made: Made, name: str
) -> None:
    body, before = body_of(made.world, name), still.head()
    thing = GOOD[name].path.split("{")[1].partition("}")[0]
    field = KINDS.get(thing, thing)

    told = refused(post(still, name, body | {field: f"{field}-0"}), 404)

    assert told["detail"].startswith("There is no")
    assert still.head() == before


def test_who_only_reads_or_is_nobody_may_not(auditor: Browser, made: Made) -> None:
    before, nobody = auditor.head(), Browser(auditor.platform)

    for name in COMMANDS:
        body = body_of(made.world, name)
        refused(post(auditor, name, body), 403)
        refused(post(nobody, name, body), 401)

    assert auditor.head() == before
