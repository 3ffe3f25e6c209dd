"""Every command has a form that shows its fields, does what it says, and can be refused."""

from typing import Any

import pytest
from msgspec import structs

from pilots.commands import COMMANDS
from pilots.commands.parsing import title_of
from pilots.request import new_id
from tests.support.good_values import GOOD
from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import Node, read
from tests.support.stories.copies import Made
from tests.support.stories.world import KINDS, World
from web.app import create_app
from web.i18n.dates import as_typed

ON_THE_COMPOSER = {
    "pilot", "mode", "with", "medium", "minutes", "occurred_at", "text", "learned", "loop",
}  # fmt: skip  # a list to look up
TAKEN_ALONG = {
    "override",  # shows once a gate is shut
    "decision",  # the verdicts of both sides, which the form shows and takes along
}


ASKED = {"learn-lesson": "?pilot={pilot}"}  # as a link on the page of the pilot does
ONWARD = (  # they lead home, or to what is new
    "log-participation",
    "propose-pilot",
    "open-review",
    "take-decision",
)


def came_from(path: str, name: str) -> str:
    """Return the page that has the link to a form: that of the thing it is about."""
    return "/".join(path.split("/")[:3]) if "{" in GOOD[name].path else "/lessons"


def form_of(page: Node) -> Node:
    return next(n for n in page.first("main").find("form") if n.attrs.get("method") == "post")


def filled_in(world: World, name: str) -> tuple[str, dict[str, Any]]:
    def here(value: Any) -> Any:
        return [world.at(each) for each in value] if isinstance(value, list) else world.at(value)

    good = GOOD[name]
    return world.at(good.path), {key: here(value) for key, value in good.said.items()}


def test_there_is_a_form_for_every_command() -> None:
    assert set(GOOD) == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_its_address_bears_the_name_of_the_command(still: Browser, name: str) -> None:
    way = [part.strip("{}") for part in GOOD[name].path.split("/") if part.startswith("{")]
    given = {KINDS.get(part, part): "x" for part in way}
    app = create_app(still.platform)

    path = app.url_path_for(name.replace("-", "_"), **given)
    assert str(path) == GOOD[name].path.replace("{" + "".join(way) + "}", "x")


@pytest.mark.parametrize("name", COMMANDS)
def test_its_form_labels_every_field(still: Browser, made: Made, name: str) -> None:
    path, _ = filled_in(made.world, name)
    page = still.page(path)
    form = form_of(page)
    shown = {n.attrs["name"].partition(".")[0] for n in form.controls()}

    titled = {
        field.encode_name
        for field in structs.fields(COMMANDS[name])
        if title_of(field.type)
        and field.encode_name not in TAKEN_ALONG
        and "{" + field.encode_name + "}" not in GOOD[name].path
    }
    assert (ON_THE_COMPOSER if name == "log-participation" else titled) <= shown
    for control in form.controls():
        labels = form.find("label", for_=control.attrs.get("id", "-"))
        assert any(n.text() for n in labels) or control.within("label"), control.attrs
    assert form.first("button", type="submit").text() == COMMANDS[name].button


@pytest.mark.parametrize("name", COMMANDS)
def test_sent_with_good_values_it_is_done_and_says_so(
    browser: Browser, world: World, name: str
) -> None:
    path, values = filled_in(world, name)
    before, back = browser.head(), came_from(path, name)
    reason = values.pop("override", None)
    asked = path + world.at(ASKED.get(name, ""))
    form = form_of(browser.page(asked, referer=f"http://localhost{back}"))

    answer = browser.send(path, form.filled_in(values))
    if reason:  # a gate is shut: the form comes back with what was typed, and asks for a reason
        assert answer.status_code == 422
        form = form_of(read(answer.text))
        answer = browser.send(path, form.filled_in({"override": reason}))

    assert answer.status_code == 303, read(answer.text).first("p", role="alert").text()
    facts = browser.stored(before)
    assert GOOD[name].fact in [event.fact.stored_as for event in facts]
    onto, _, query = answer.headers["location"].partition("?")
    assert query == f"did={browser.head()}"
    assert onto == back or name in ONWARD
    by = "anonymous" if COMMANDS[name].unsigned else world.member
    assert {(event.source, event.by) for event in facts} == {("web", by)}
    page = browser.page(answer.headers["location"])
    assert COMMANDS[name].unsigned or page.first("div", id="toasts").first("span").text()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_value_is_stored_once_however_often_it_is_sent(
    browser: Browser, world: World, name: str
) -> None:
    path, values = filled_in(world, name)
    values["command_id"] = new_id()
    before = browser.head()

    first = browser.send(path, values)
    after = browser.head()
    second = browser.send(path, values)
    other = browser.send(path, values | {"occurred_at": "2026-01-05T10:00"})

    stored = browser.get(f"/api/v1/events?after={before}").text
    ours = ("with", "person", "command_id")
    typed = [v for key, v in values.items() if isinstance(v, str) and key not in ours]
    assert [value for value in typed if value not in stored] == []
    assert (first.status_code, second.status_code) == (303, 303), read(second.text).text()[:400]
    assert second.headers["location"] == first.headers["location"]
    assert other.status_code == 422
    assert "used before" in read(other.text).first("p", role="alert").text()
    assert browser.head() == after


@pytest.mark.parametrize("name", COMMANDS)
def test_refused_it_says_why_keeps_what_was_typed_and_stores_nothing(
    still: Browser, made: Made, name: str
) -> None:
    path, said = filled_in(made.world, name)
    said |= {"occurred_at": "once upon a time", "command_id": new_id()}
    before = still.head()

    answer = still.send(path, said)

    assert answer.status_code == 422
    page = read(answer.text)
    alert = page.first("p", role="alert").text()
    assert alert == "“once upon a time” is no day. Write it like 2 Mar 2026, or pick it."
    kept = form_of(page).values()
    shown = {key: as_typed(value) for key, value in said.items() if isinstance(value, str)}
    assert {key: kept.get(key) for key in said} == said | shown
    assert still.head() == before


@pytest.mark.parametrize("name", [name for name, good in GOOD.items() if "{" in good.path])
def test_about_a_thing_that_is_not_there_it_is_not_found(
    still: Browser, made: Made, name: str
) -> None:
    way, said = filled_in(made.world, name)
    parts = way.split("/")
    before = still.head()

    for nothing in (f"{parts[1][:-1]}-0", "%00", "x" * 3000):
        path = f"/{parts[1]}/{nothing}/{parts[3]}"
        assert still.get(path).status_code == 404
        assert still.send(path, said).status_code == 404
    assert still.head() == before
