"""Below a sub-path of a host every address leads below it, and to something."""

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.support.pages.browser import PASSWORD, sign_in
from tests.support.pages.in_process import InProcessClient
from tests.support.pages.reading_pages import Node, read
from tests.support.stories.world import World
from web.app import create_app
from web.aspects import ASPECTS
from web.bootstrap import Platform
from web.http.redirects import local_path
from web.http.urls import served_below

BELOW = "/pilotlog"
ADDRESSES = ("href", "action", "src", "hx-get", "hx-post")
ASKED = ("href", "src", "hx-get")  # by these nothing is sent
ID = re.compile(r"-[0-9a-f]{8}-[0-9a-f-]{27}|\d+")
PAGES = (
    "/", "/pilots", "/lessons", "/people", "/value", "/rules", "/search?q=board", "/find?q=night",
    "/compare", "/together", "/review", "/review/print", "/log", "/nothing", "/settings",
    "/pilots/{pilot}", "/pilots/{pilot}?as_of=2026-03-10", "/pilots/{pilot}/charter",
    "/pilots/{pilot}/events", "/pilots/{pilot}/changes?from=30", "/pilots/{pilot}/sheet",
    "/pilots/{pilot}/take-decision", "/lessons/{lesson}", "/experiments/{experiment}",
    "/pilots/{pilot}/log", "/pilots/{pilot}/insights", "/start",
    *(f"/pilots/{{pilot}}/insights/{view.slug}" for each in ASPECTS for view in each.views),
)  # fmt: skip


def client_of(platform: Platform) -> InProcessClient:
    return InProcessClient(create_app(platform), BELOW)


@pytest.fixture
def below(here: Platform, world: World) -> InProcessClient:
    """A browser of the owner of this machine, to whom the product is served below a sub-path."""
    assert world
    return client_of(here)


def addresses(page: Node) -> Iterator[tuple[str, str]]:
    for node in page.walk():
        for name in ADDRESSES:
            if (said := node.attrs.get(name)) and not said.startswith("#"):
                yield name, said


def shape(address: str) -> tuple[str, ...]:
    parts = urlsplit(address)
    return ID.sub("", parts.path), *sorted(key for key, _ in parse_qsl(parts.query))


def test_every_address_of_the_main_pages_leads_below_it_and_to_something(
    below: InProcessClient, world: World
) -> None:
    lead = dict[tuple[str, ...], str]()
    for path in PAGES:
        at = path.format(pilot=world.started, lesson=world.lesson, experiment=world.running)
        page = read(below.get(BELOW + at).text)
        found = list(addresses(page))
        assert len(found) > 3, at
        assert [said for _, said in found if not said.startswith(f"{BELOW}/")] == [], at
        lead |= {shape(said): said for name, said in found if name in ASKED}

    answers = {said: below.get(said).status_code for said in lead.values()}

    assert len(answers) > 100
    assert {said: code for said, code in answers.items() if code not in (200, 303)} == {}


def test_a_proxy_may_take_the_sub_path_off(below: InProcessClient) -> None:
    assert below.get("/pilots").text.count(f'href="{BELOW}/pilots"') > 0
    assert below.get(BELOW).headers["location"] == f"{BELOW}/"


def test_what_is_sent_leads_on_below_it(below: InProcessClient, world: World) -> None:
    page = f"{BELOW}/pilots/{world.started}"
    form = read(below.get(page).text).first("form", id="log")
    said = form.values() | {"text": "Drew the board on the wall"}
    answer = below.post(form.attrs["action"], data=said)

    assert answer.headers["location"].startswith(f"{page}?did=")


def test_who_is_not_signed_in_comes_back_to_the_page_they_asked_for(here: Platform) -> None:
    sign_in(here, "Ines", "member")
    client = client_of(replace(here, local=None))
    asked = client.get(f"{BELOW}/people").headers["location"]
    form = read(client.get(asked).text).first("form", action=f"{BELOW}/login")
    answer = client.post(
        form.attrs["action"], data=form.values() | {"login": "Ines", "password": PASSWORD}
    )

    assert asked == f"{BELOW}/login?next=/people"
    assert answer.headers["location"] == f"{BELOW}/people"
    assert f"Path={BELOW}/;" in answer.headers["set-cookie"]
    assert client.get(answer.headers["location"]).status_code == 200


def test_what_is_read_elsewhere_has_the_whole_address(below: InProcessClient) -> None:
    feed = below.get(f"{BELOW}/feed.atom").text
    assert f'href="http://localhost{BELOW}/' in feed
    assert not re.search(rf"http://localhost(?!{BELOW}/)", feed)
    assert f"http://localhost{BELOW}/review?" in below.get(f"{BELOW}/review.txt").text


def test_a_way_back_is_known_by_its_path() -> None:
    with served_below(BELOW):
        assert local_path(f"{BELOW}/people?from=2") == "/people?from=2"
        assert local_path(BELOW) == local_path("/pilotlog?x=1")[0] == "/"
        assert local_path("/people") == "/people"
        assert local_path("/pilotlogs") == "/pilotlogs"
        assert local_path(f"{BELOW}//evil.example") == "/"
