"""Every page keeps to a strict policy and to good manners: nonce, no inline code, one heading."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from typing import NamedTuple

import pytest
from httpx2 import Response

from tests.support.machines.clock import Clock
from tests.support.pages.browser import Browser, pilots_of
from tests.support.pages.reading_pages import Node, read
from tests.support.stories.copies import opened
from tests.support.stories.world import World

PAGES = (
    "/", "/pilots", "/lessons", "/log", "/login", "/programmes/open", "/people/register",
    "/pilots/propose", "/lessons/learn", "/nothing",
)  # fmt: skip  # a list to look up
OF_A_PILOT = (
    "", "/events", "/start", "/close", "/join", "/leave", "/state-accomplishment", "/name-problem",
    "/choose-capability", "/adopt-medium", "/define-measure", "/plan-experiment",
)  # fmt: skip  # a list to look up
OF_A_WORLD = (
    "/experiments/{experiment}/start", "/experiments/{running}/end", "/entries/{entry}/correct",
    "/entries/{entry}/void", "/lessons/{lesson}/confirm", "/lessons/{lesson}/contradict",
    "/lessons/{lesson}/void",
)  # fmt: skip  # a list to look up
NONCE = re.compile(r"script-src 'nonce-([\w-]{16,})';")


def nonce_of(answer: Response) -> str:
    found = NONCE.search(answer.headers["content-security-policy"])
    assert found
    return found[1]


def all_pages(browser: Browser, world: World | None = None) -> list[Response]:
    paths = [*PAGES, *(f"/pilots/{pilot}{p}" for pilot in pilots_of(browser) for p in OF_A_PILOT)]
    paths += [world.at(path) for path in OF_A_WORLD] if world else []
    return [browser.get(path) for path in paths]


class Opened(NamedTuple):
    """A page somebody opened: what was answered, and what it holds."""

    answer: Response
    page: Node


@pytest.fixture(scope="module", params=["empty", "filled", "world"])
def opened_pages(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[Opened]]:
    """All pages: of an empty platform, of the sample, and of one that holds one of each thing."""
    with ExitStack() as open_until_the_end:
        match request.param:
            case "filled":
                answers = all_pages(Browser(request.getfixturevalue("sample")))
            case "world":
                still, made = map(request.getfixturevalue, ("still", "made"))
                answers = all_pages(still, made.world)
            case _:
                empty, folder = request.getfixturevalue("empty"), tmp_path_factory.mktemp("empty")
                here = open_until_the_end.enter_context(opened(empty, folder, Clock()))
                answers = all_pages(Browser(here))
        yield [Opened(answer, read(answer.text)) for answer in answers]


def test_the_policy_names_a_nonce_and_nothing_inline(opened_pages: list[Opened]) -> None:
    for answer, _ in opened_pages:
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "base-uri 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "form-action 'self'" in policy
        assert "*" not in policy
        assert nonce_of(answer)


def test_each_script_and_each_htmx_element_carries_the_nonce(opened_pages: list[Opened]) -> None:
    for answer, page in opened_pages:
        nonce = nonce_of(answer)
        scripts = page.find("script")
        assert scripts
        assert {script.attrs.get("nonce") for script in scripts} == {nonce}
        driven = [n for n in page.walk() if any(name.startswith("hx-") for name in n.attrs)]
        acting = [n for n in driven if "hx-post" in n.attrs or "hx-get" in n.attrs]
        assert {n.attrs.get("hx-nonce") for n in acting} <= {nonce}


def test_a_nonce_is_never_used_twice(opened_pages: list[Opened], browser: Browser) -> None:
    nonces = [nonce_of(answer) for answer, _ in opened_pages] + [nonce_of(browser.get("/"))]

    assert len(set(nonces)) == len(nonces)


def test_no_page_holds_inline_code_or_style(opened_pages: list[Opened]) -> None:
    for answer, page in opened_pages:
        assert all(n.attrs.get("src", "").startswith("/static/") for n in page.find("script"))
        assert not [n.text() for n in page.find("script") if n.text()]
        assert not page.find("style")
        attributes = [(n.tag, name) for n in page.walk() for name in n.attrs]
        assert not [each for each in attributes if each[1] == "style" or each[1].startswith("on")]
        assert "javascript:" not in answer.text


def test_each_page_has_one_heading_a_title_and_a_language(opened_pages: list[Opened]) -> None:
    for answer, page in opened_pages:
        assert len(page.find("h1")) == 1, answer.url
        assert page.first("h1").text()
        assert len(page.find("main")) == 1
        assert [n.text() for n in page.find("title") if not n.within("svg")] != [""]
        assert page.first("html").attrs["lang"] == "en"


def test_no_id_stands_twice_on_a_page_and_each_label_has_its_field(
    opened_pages: list[Opened],
) -> None:
    for answer, page in opened_pages:
        ids = [n.attrs["id"] for n in page.walk() if "id" in n.attrs]
        assert len(set(ids)) == len(ids), answer.url
        assert {n.attrs["for"] for n in page.find("label") if "for" in n.attrs} <= set(ids)


def test_pages_are_not_kept_by_caches_and_are_not_sniffed(opened_pages: list[Opened]) -> None:
    for answer, _ in opened_pages:
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"


def test_a_broken_page_keeps_the_policy_too(browser: Browser) -> None:
    def broken() -> None:
        raise OSError

    browser.platform.views.reading = broken  # type: ignore[method-assign,assignment]  # it breaks
    answer = browser.get("/")

    assert answer.status_code == 500
    assert "Something broke" in read(answer.text).first("main").text()
    assert nonce_of(answer) == read(answer.text).find("script")[0].attrs["nonce"]
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_links_of_a_page_lead_to_pages(filled: Browser) -> None:
    seen: set[str] = set()
    todo = {"/"}
    while todo and len(seen) < 200:
        path = todo.pop()
        seen.add(path)
        answer = filled.get(path)
        assert answer.status_code == 200, path
        page = read(answer.text)
        inside = (n for n in page.find("a") if n.attrs.get("rel") != "noreferrer")
        found = {n.attrs["href"].partition("#")[0] for n in inside} - {""}
        assert all(href.startswith("/") and not href.startswith("//") for href in found)
        todo |= {href for href in found if href.count("?") == 0} - seen
    assert len(seen) > 20
