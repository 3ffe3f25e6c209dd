"""What Pilotlog answers is said in the language of who asks: done, refused, not here."""

from tests.support.pages.browser import PASSWORD, Browser
from tests.support.pages.reading_pages import read
from tests.support.stories.world import World


def test_what_was_done_is_said_in_german(browser: Browser, shown: str) -> None:
    logged = browser.done("/log", {"pilot": shown, "text": "x"}, accept_language="de")
    started = browser.done(f"/pilots/{shown}/start", {}, accept_language="de")

    assert logged.first("div", id="toasts").first("span").text() == "Eingetragen."
    assert started.first("div", id="toasts").first("span").text() == "Gespeichert."


def test_why_a_step_is_refused_is_said_in_german(browser: Browser, shown: str) -> None:
    refused = browser.send(f"/pilots/{shown}/pause", {"reason": "Rest."}, accept_language="de")

    assert "Beginne ihn zuerst." in read(refused.text).first("p", role="alert").text()


def test_who_is_not_let_in_is_told_so_in_german(member: Browser) -> None:
    said = {"login": "mere", "password": f"not {PASSWORD}"}
    member.client.cookies.clear()

    refused = member.send("/login", said, accept_language="de")

    alert = read(refused.text).first("p", role="alert").text()
    assert alert == "Name und Passwort passen nicht zusammen. Versuche es noch einmal."


def test_what_is_not_here_is_said_in_german(browser: Browser, shown: str) -> None:
    for path, says in (
        ("/nowhere", "Diese Seite gibt es nicht."),
        (f"/pilots/{shown}?axis=sideways", "`axis` ist recorded oder occurred."),
        (f"/pilots/{shown}?from_day=soon", "`from_day` ist ein Tag wie 2026-03-02."),
    ):
        answer = browser.get(path, accept_language="de")
        assert says in read(answer.text).first("main").text()


def test_how_values_came_is_said_in_german(browser: Browser, world: World) -> None:
    ledger = browser.page(f"/pilots/{world.pilot}/insights/ledger", accept_language="de")

    assert "Nur erwartet 1" in [n.text() for n in ledger.first("main").find("h3")]


def test_a_form_needs_the_same_fields_in_german(browser: Browser, shown: str) -> None:
    for path in (f"/pilots/{shown}/define-measure", "/lessons/learn", "/people/register"):
        english, german = (
            [
                (field.attrs.get("name"), sorted(field.attrs))
                for kind in ("input", "select", "textarea")
                for field in browser.page(path, accept_language=code).first("main").find(kind)
            ]
            for code in ("en", "de")
        )
        assert german == english
        assert any("required" in attributes for _, attributes in german)


def test_what_the_routes_refuse_by_themselves_is_said_in_german(browser: Browser) -> None:
    wrong = "Diese Adresse nimmt das nicht an."
    for path in ("/api/v1/nowhere", "/api/v1/commands/nothing"):
        answer = browser.client.request("DELETE", path, headers={"accept-language": "de"})
        assert answer.json()["detail"].startswith((wrong, "Diese Seite gibt es nicht."))
    page = browser.client.request("DELETE", "/pilots", headers={"accept-language": "de"})
    assert page.status_code == 405
    assert wrong in read(page.text).first("main").text()
