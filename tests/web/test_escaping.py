"""Whatever people write is shown as text, on every page and in every form."""

import pytest

from pilots.asking import new_id
from pilots.commands import COMMANDS
from tests.web.browsers import Browser
from tests.web.conftest import pilots_of
from tests.web.reading import Node, read
from tests.web.test_forms_of_commands import filled_in
from tests.web.world import World
from web.addresses import page_of

LISTS = ("/", "/pilots", "/lessons", "/people", "/value", "/review", "/search?q=script", "/log")
OFFERING = ("", "/events", "/plan-experiment", "/take-decision", "/derive-insight", "/swap-medium")
EVIL = "\"'><img src=x onerror=alert(1)><script>alert(1)</script>{{ 1234567 * 8 }}</textarea>&lt;"
FREE = {
    "text", "learned", "name", "what_for", "profile", "title", "accomplishment", "raw_request",
    "reason", "organisation", "answer", "problem", "who_has_it", "capability", "why", "medium",
    "helps_because", "unit", "benefits", "change", "because", "summary", "changes.text", "context",
    "with",
}  # fmt: skip  # fields that take any text


def is_harmless(page: Node) -> None:
    assert not page.find("img")
    assert {n.attrs.get("src", "")[:8] for n in page.find("script")} <= {"/static/"}
    assert not [n.text() for n in page.find("script") if n.text()]
    assert not [n for n in page.walk() if any(name.startswith("on") for name in n.attrs)]
    assert "9876536" not in page.raw()


@pytest.mark.parametrize("name", COMMANDS)
def test_what_was_written_is_shown_as_text_everywhere(
    browser: Browser, world: World, name: str
) -> None:
    path, said = filled_in(world, name)
    free = FREE - ({"capability"} if name == "adopt-medium" else set())
    free -= {"with"} if name != "log-participation" else set()
    said = {key: EVIL if key in free and isinstance(v, str) else v for key, v in said.items()}

    before = browser.head()
    answer = browser.send(path, said)

    assert answer.status_code == 303, read(answer.text).first("p", role="alert").text()
    paths = {answer.headers["location"], path, *LISTS}
    paths |= {f"/pilots/{pilot}" for pilot in pilots_of(browser)[:1]}
    paths |= {f"/pilots/{world.pilot}{each}" for each in OFFERING}
    paths |= {page_of(event.originator_id) or "/" for event in browser.stored(before)}
    for each in sorted(paths):
        is_harmless(read(browser.get(each).text))
    part = browser.get(answer.headers["location"], hx_request="true", hx_request_type="partial")
    is_harmless(read(part.text))


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_refused_is_shown_as_text(browser: Browser, world: World, name: str) -> None:
    path, said = filled_in(world, name)
    evil: dict[str, str] = dict.fromkeys(said, EVIL) | {"occurred_at": EVIL, EVIL: EVIL}

    answer = browser.send(path, evil | {"command_id": new_id()})

    assert answer.status_code == 422
    is_harmless(read(answer.text))


@pytest.mark.parametrize(
    "path", ["/?as_of=", "/?at=", "/lessons?pilot=", "/pilots?stage=", "/log?text=", "/login?next="]
)
def test_what_an_address_says_is_shown_as_text(browser: Browser, shown: str, path: str) -> None:
    assert shown
    for query in (path, f"{path}&{EVIL}="):
        answer = browser.client.get(query + EVIL.replace("&", "%26"))
        is_harmless(read(answer.text))


def test_a_title_can_be_read_as_it_was_written(browser: Browser) -> None:
    page = browser.done("/pilots/propose", {"title": EVIL})

    assert page.first("h1").raw() == EVIL
    assert browser.page("/").first("h2").raw() != EVIL
    assert EVIL in [n.raw() for n in browser.page("/").find("a")]
    assert page.first("title").raw().startswith(EVIL)


def test_a_text_is_whole_again_in_the_form_that_corrects_it(browser: Browser, shown: str) -> None:
    text = f"{EVIL}\n\n  two\tlines 🙂 \u202e"
    browser.done("/log", {"pilot": shown, "text": text})
    entry = next(e.originator_id for e in browser.stored() if e.originator_id.startswith("entry-"))

    page = browser.page(f"/entries/{entry}/correct")

    assert page.first("textarea", name="changes.text").raw() == text.strip()
