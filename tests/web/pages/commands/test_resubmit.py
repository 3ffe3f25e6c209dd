"""A form that was sent after the session had ended is sent again once one has signed in."""

import pytest

from domain.facts.person import PersonRegistered
from tests.support.pages.browser import PASSWORD, Browser, sign_in
from tests.support.pages.reading_pages import Node, read
from tests.web.pages.session.test_sign_in import enter
from web.bootstrap import Platform


def waiting(form: Node) -> dict[str, str]:
    return {name: said for name, said in form.values().items() if name.startswith("sent")}


def test_what_was_sent_after_the_session_ended_is_sent_after_signing_in(
    platform: Platform, stranger: Browser
) -> None:
    sign_in(platform, "late", "member")
    said = {"name": "Rua <b>", "command_id": "late-0001", "next": "kept"}
    asked = read(stranger.send("/people/register", said).text).first("form", action="/login")

    wrong = enter(stranger, "late", "wrong", **waiting(asked))
    asked = read(wrong.text).first("form", action="/login")
    again = enter(stranger, "late", PASSWORD, **waiting(asked))

    form = read(again.text).first("form", action="/people/register")
    assert form.values() == said
    assert stranger.head() == 1
    stranger.client.post("/people/register", data=form.values() | {"next": ""})
    assert stranger.stored()[-1].fact == PersonRegistered(name="Rua <b>")


@pytest.mark.parametrize("to", ["https://elsewhere.example/log", "//elsewhere.example", "/\\x"])
def test_what_waits_is_sent_to_nobody_else(platform: Platform, stranger: Browser, to: str) -> None:
    sign_in(platform, "late", "member")

    answer = enter(stranger, "late", PASSWORD, **{"sent-to": to, "sent:text": "x"})

    assert [form.attrs["action"] for form in read(answer.text).first("main").find("form")] == ["/"]
