"""The API carries out the same commands as the forms, once under each Idempotency-Key."""

from typing import Any

import pytest
from httpx2 import Response

from tests.support.pages.browser import Browser
from tests.support.stories.world import World


def post(browser: Browser, name: str, body: Any, key: str = "") -> Response:
    headers = {"idempotency-key": key} if key else {}
    content = body if isinstance(body, bytes) else None
    told = None if isinstance(body, bytes) else body
    path = f"/api/v1/commands/{name}"
    return browser.client.post(path, json=told, content=content, headers=headers)


def refused(answer: Response, status: int = 422) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    told: dict[str, Any] = answer.json()
    assert told["status"] == status
    assert told["detail"].endswith((".", "?", "”"))
    for machine in ("`", "Expected", "Traceback", "Error"):
        assert machine not in told["detail"]
    return told


def test_a_command_is_done_and_its_facts_are_named(browser: Browser) -> None:
    answer = post(browser, "propose-pilot", {"title": "Night desk"})

    assert answer.status_code == 201
    told = answer.json()
    assert told["position"] == browser.head()
    names = [fact["name"] for fact in told["facts"]]
    assert names == ["programme.opened.v1", "pilot.proposed.v1", "pilot.member-joined.v1"]
    assert [set(fact) for fact in told["facts"]] == [{"name", "stream", "version", "position"}] * 3
    assert {event.source for event in browser.stored(browser.head() - 3)} == {"api"}


@pytest.mark.parametrize(
    ("name", "body", "field"),
    [
        ("propose-pilot", {}, "title"),
        ("propose-pilot", {"title": ""}, "title"),
        ("propose-pilot", {"title": None}, "title"),
        ("propose-pilot", {"title": 7}, "title"),
        ("propose-pilot", {"title": "a" * 201}, "title"),
        ("propose-pilot", {"title": "a\x00"}, "title"),
        ("propose-pilot", {"title": "x", "admin": True}, "admin"),
        ("propose-pilot", {"title": "x", "kind": "war"}, "kind"),
        ("propose-pilot", {"title": "x", "programme": "pilot-1"}, "programme"),
        ("propose-pilot", {"title": "x", "occurred_at": "10000-01-01T00:00:00Z"}, "occurred_at"),
        ("propose-pilot", {"title": "x", "occurred_at": "2026-03-02T10:00:00"}, "occurred_at"),
        ("log-participation", {"pilot": "{pilot}", "with": "Rua"}, "with"),
        ("log-participation", {"pilot": "{pilot}", "with": [1]}, "with"),
        ("log-participation", {"pilot": "{pilot}", "minutes": 1.5}, "minutes"),
        ("log-participation", {"pilot": "{pilot}", "minutes": 10**30}, "minutes"),
        ("log-participation", {"pilot": "{pilot}", "minutes": [[]]}, "minutes"),
        ("log-participation", {"pilot": {"a": 1}}, "pilot"),
    ],
)
def test_bad_fields_are_refused_in_a_sentence_that_names_them(
    browser: Browser, world: World, name: str, body: dict[str, Any], field: str
) -> None:
    said = {k: v.format(pilot=world.pilot) if isinstance(v, str) else v for k, v in body.items()}
    before = browser.head()

    assert refused(post(browser, name, said))["field"] == field

    assert browser.head() == before


@pytest.mark.parametrize(
    "body",
    [
        b"{", b"[]", b"null", b'"title"', b"7", b"\xff\xfe", b"title=x", b'{"title": NaN}',
        b'{"title": "\\ud800"}', b'{"\\ud800": "x", "title": "x"}', b'{"title": "x"} more',
        b"[" * 100_000, b'{"a":' * 100_000, b'{"title": 1e999}', b'{"title": "\xed\xa0\x80"}',
    ],
)  # fmt: skip  # a list to look up
def test_what_is_no_json_object_is_refused(browser: Browser, body: bytes) -> None:
    before = browser.head()

    answer = post(browser, "propose-pilot", body)

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert len(answer.json()["detail"]) < 300
    assert browser.head() == before


@pytest.mark.parametrize("name", ["no-such", "StartPilot", "start_pilot", "%00"])
def test_a_command_nobody_knows_is_not_found(browser: Browser, name: str) -> None:
    refused(post(browser, name, {}), 404)


def test_what_the_domain_refuses_is_refused(browser: Browser, world: World) -> None:
    refused(post(browser, "start-pilot", {"pilot": "pilot-0"}), 404)
    assert post(browser, "start-pilot", {"pilot": world.pilot}).status_code == 201
    refused(post(browser, "start-pilot", {"pilot": world.pilot}))


def test_the_same_key_does_it_once(browser: Browser) -> None:
    first = post(browser, "register-person", {"name": "Rua"}, "my-key-0001")
    after = browser.head()
    again = post(browser, "register-person", {"name": "Rua"}, "my-key-0001")

    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert browser.head() == after


def test_the_same_key_with_another_body_or_command_is_refused(browser: Browser) -> None:
    post(browser, "register-person", {"name": "Rua"}, "my-key-0001")
    before = browser.head()

    assert (
        "used before"
        in refused(post(browser, "register-person", {"name": "Moana"}, "my-key-0001"))["detail"]
    )
    refused(post(browser, "propose-pilot", {"title": "Rua"}, "my-key-0001"))

    assert browser.head() == before


@pytest.mark.parametrize("key", ["short", "a" * 101, "with a space", "semi;colon"])
def test_a_key_that_is_none_is_refused(browser: Browser, key: str) -> None:
    assert (
        "Idempotency-Key" in refused(post(browser, "register-person", {"name": "x"}, key))["detail"]
    )
