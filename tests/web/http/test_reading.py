"""The context of a request is worked out once, and only for who may have it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from starlette.routing import Route

from tests.support.pages.browser import PASSWORD, Browser
from tests.support.stories.world import World
from web.bootstrap import Platform
from web.routes import ROUTES

TO_ANYBODY = {
    "/static/css/all.css",
    "/healthz",
    "/readyz",
    "/login",
    "/shared/{token}",
    "/api/openapi.json",
}
STREAMS = {"/live"}  # goes on, and looks again who listens
READ = [
    each.path
    for each in ROUTES
    if isinstance(each, Route) and "GET" in (each.methods or ()) and each.path not in STREAMS
]
OTHERS = {
    "aspect": "learning",
    "medium:path": "wiki",
    "practice": "practice-0",
    "rule": "S001-road-trip",
    "view": "turns",
    "token": "none",
}


def address(world: World, path: str) -> str:
    """Return an address of a route, with things of the world in it."""
    for name, value in OTHERS.items():
        path = path.replace(f"{{{name}}}", value)
    return world.at(path)


def counting(calls: Counter[str], name: str, does: Callable[..., Any]) -> Callable[..., Any]:
    """Count how often something is called."""

    def count(*given: Any, **named: Any) -> Any:
        calls[name] += 1
        return does(*given, **named)

    return count


def test_one_query_for_the_account_and_one_for_the_head_on_every_get(
    here: Platform, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    platform = replace(here, local=None)
    who = {"login": "rua", "name": "Rua", "password": PASSWORD, "standing": "manager"}
    platform.accounts.add(person=world.person, **who)  # type: ignore[arg-type]  # one of three words
    browser = Browser(platform, platform.accounts.sign_in("rua", PASSWORD) or "")
    calls: Counter[str] = Counter()
    recorder, accounts = platform.pilots.recorder, platform.accounts
    for owner, query in ((recorder, "max_notification_id"), (accounts, "asker")):
        counted = counting(calls, query, getattr(owner, query))
        monkeypatch.setattr(owner, query, counted)

    more = {}
    for path in READ:
        calls.clear()
        status = browser.get(address(world, path)).status_code
        assert status in (200, 303, 308, 404), (path, status)
        if calls["asker"] > 1 or calls["max_notification_id"] > 1:
            more[path] = dict(calls)

    assert more == {}


def test_what_is_not_for_anybody_is_for_nobody_without_an_account(
    here: Platform, world: World
) -> None:
    stranger = Browser(replace(here, local=None))
    answers = {path: stranger.get(address(world, path)) for path in READ}

    let_in = {path for path, answer in answers.items() if answer.status_code not in (401, 303)}
    assert let_in == TO_ANYBODY
    sent = {answer.headers["location"] for answer in answers.values() if answer.is_redirect}
    assert all(each.startswith("/login?next=") for each in sent)
