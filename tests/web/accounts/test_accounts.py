"""A session lasts thirty days, ends when one signs out, and cannot be made up."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.support.machines.clock import Clock
from tests.support.pages.browser import PASSWORD, Browser, sign_in
from web.accounts.accounts import HASHER
from web.accounts.tables import ACCOUNTS, SESSIONS
from web.bootstrap import Platform
from web.http.reading import SESSION


def test_signing_out_ends_the_session_on_the_server(platform: Platform, member: Browser) -> None:
    assert member.get("/").status_code == 200

    answer = member.client.post("/logout")

    assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    again = Browser(platform, member.token)
    assert again.get("/").status_code == 303
    with platform.operations.connect() as db:
        assert db.execute(select(SESSIONS)).all() == []


def test_signing_out_ends_only_this_session(platform: Platform, member: Browser) -> None:
    other = Browser(platform, platform.accounts.sign_in("mira", PASSWORD) or "")

    member.client.post("/logout")

    assert other.get("/").status_code == 200


def test_a_session_ends_by_itself(member: Browser, clock: Clock) -> None:
    clock.now += timedelta(days=29)
    assert member.get("/").status_code == 200
    clock.now += timedelta(days=2)
    assert member.get("/").status_code == 303


@pytest.mark.parametrize("token", ["", "x", "x" * 4000, "%00", "' or 1=1 --"])
def test_a_made_up_session_is_none(platform: Platform, token: str) -> None:
    sign_in(platform, "real", "manager")

    assert Browser(platform).get("/", cookie=f"{SESSION}={token}").status_code == 303


def test_nobody_is_signed_out_by_a_link(member: Browser) -> None:
    assert member.get("/logout").status_code == 405
    assert member.get("/").status_code == 200


def test_passwords_cost_what_rfc_9106_asks_for(platform: Platform) -> None:
    sign_in(platform, "real", "manager")
    with platform.operations.connect() as db:
        kept = db.scalars(select(ACCOUNTS.c.password_hash)).one()

    assert kept.startswith("$argon2id$")
    assert HASHER.hash(PASSWORD).startswith("$argon2id$v=19$m=65536,t=3,p=4$")
