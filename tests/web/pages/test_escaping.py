"""Whatever people write is shown as text, on every page and in every form."""

from collections.abc import Callable

import pytest

from pilots.commands import COMMANDS
from pilots.request import new_id
from tests.support.good_values.order import ORDER
from tests.support.pages.browser import Browser, pilots_of
from tests.support.pages.reading_pages import Node, read
from tests.support.stories.copies import Made
from tests.support.stories.world import World
from tests.web.pages.commands.test_form import filled_in
from web.aspects import ASPECTS
from web.http.urls import page_of

LISTS = ("/", "/pilots", "/lessons", "/people", "/value", "/review", "/search?q=script", "/log")
FORMS = ("/plan-experiment", "/take-decision", "/derive-insight", "/swap-medium")  # offer things
OF_A_PILOT = ("", "/events", *FORMS, *(f"/{aspect.slug}" for aspect in ASPECTS))
EVIL = (
    "\"'><img src=x onerror=alert(1)><script>alert(1)</script>{{ 1234567 * 8 }}{x} {</textarea>&lt;"
)
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


def write(browser: Browser, world: World, name: str) -> str:
    """Write evil into each field of a form that takes any text; return where it led, if done."""
    path, said = filled_in(world, name)
    free = FREE - ({"capability"} if name == "adopt-medium" else set())
    free -= {"with"} if name != "log-participation" else set()
    said = {key: EVIL if key in free and isinstance(v, str) else v for key, v in said.items()}
    answer = browser.send(path, said)
    return str(answer.headers["location"]) if answer.status_code == 303 else ""


def must_be_harmless(browser: Browser, world: World, before: int) -> None:
    """Read every page that shows what was written since."""
    paths = {*LISTS, *(f"/pilots/{world.pilot}{each}" for each in OF_A_PILOT)}
    paths |= {f"/pilots/{pilot}" for pilot in pilots_of(browser)[:1]}
    paths |= {page_of(event.originator_id) or "/" for event in browser.stored(before)}
    for each in sorted(paths):
        is_harmless(read(browser.get(each).text))


def test_what_was_written_is_shown_as_text_everywhere(
    anew: Callable[[], Browser], made: Made
) -> None:
    world, browser = made.world, anew()
    before = browser.head()
    for name in ORDER:
        onto = write(browser, world, name)
        if not onto:  # what came before ended what this one needs
            must_be_harmless(browser, world, before)
            browser = anew()
            onto = write(browser, world, name)
            assert onto, f"{name} is refused."
        path, _ = filled_in(world, name)
        for each in (onto, path):
            is_harmless(read(browser.get(each).text))
        part = browser.get(onto, hx_request="true", hx_request_type="partial")
        is_harmless(read(part.text))
    must_be_harmless(browser, world, before)


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_refused_is_shown_as_text(still: Browser, made: Made, name: str) -> None:
    path, said = filled_in(made.world, name)
    evil: dict[str, str] = dict.fromkeys(said, EVIL) | {"occurred_at": EVIL, EVIL: EVIL}

    answer = still.send(path, evil | {"command_id": new_id()})

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
    browser.sent("/log", {"pilot": shown, "text": text})
    entry = next(e.originator_id for e in browser.stored() if e.originator_id.startswith("entry-"))

    page = browser.page(f"/entries/{entry}/correct")

    assert page.first("textarea", name="changes.text").raw() == text.strip()
