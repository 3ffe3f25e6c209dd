"""A page says exactly what its template asks for, besides the frame around every page."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_type_hints

import pytest
from jinja2 import nodes

import web.app
from tests.house.test_template_parts import needed
from web.http.page import Page, Part
from web.http.page_frame import PageFrame
from web.http.templates import templates

assert web.app.__doc__  # importing it brings every page there is
PAGES = Page.__subclasses__()
FRAME = {*PageFrame.__struct_fields__, "ui"}  # ui: the components the layout imports


def said_by(part: type[Part]) -> dict[str, Any]:
    """Return what a template knows a page by, each name with its type."""
    said: dict[str, Any] = {}
    for name, kind in get_type_hints(part).items():
        if name in part.__struct_fields__:
            inner = [each for each in get_args(kind) or (kind,) if is_part(each)]
            said |= said_by(inner[0]) if inner else {name: kind}
    return said


def is_part(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Part)


def shown_by(page: type[Page]) -> Iterator[str]:
    """Return the template of a page, and all it is put together from."""
    named = dict(zip(page.__struct_fields__[::-1], page.__struct_defaults__[::-1], strict=False))
    ahead, seen = [page.template, *filter(None, [named.get("part")])], set[str]()
    while ahead:
        if (template := ahead.pop()) in seen:
            continue
        seen.add(template)
        yield template
        named_here = [
            *(found.template for found in parsed(template).find_all(nodes.Include)),
            *(found.template for found in parsed(template).find_all(nodes.Extends)),
        ]
        ahead += [each.value for each in named_here if isinstance(each, nodes.Const)]


@cache
def parsed(template: str) -> nodes.Template:
    return templates.parse(source(template))


def source(template: str) -> str:
    return templates.loader.get_source(templates, template)[0] if templates.loader else ""


def asked_by(page: type[Page]) -> set[str]:
    """Return the names a page's templates ask for and none of them gives another."""
    shown = list(shown_by(page))
    asked = {name for each in shown for name in needed_by(each)}
    given = {name for each in shown for name in given_by(parsed(each))}
    return asked - (given - set(said_by(page)))


@cache
def needed_by(template: str) -> set[str]:
    return needed(templates, source(template))


def given_by(template: nodes.Template) -> Iterator[str]:
    yield from (macro.name for macro in template.find_all(nodes.Macro))
    yield from (n.name for n in template.find_all(nodes.Name) if n.ctx in ("store", "param"))


def comes_with_any_part(page: type[Page]) -> bool:
    return Part in get_type_hints(page).values()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_a_template_asks_for_nothing_its_page_does_not_say(page: type[Page]) -> None:
    if not comes_with_any_part(page):  # its template is that of another page
        assert asked_by(page) - set(said_by(page)) - FRAME == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_a_page_says_nothing_its_template_does_not_ask_for(page: type[Page]) -> None:
    own = {name for name, kind in get_type_hints(page).items() if not is_part(kind)}
    own &= set(said_by(page)) - {"part"}
    assert own - asked_by(page) - FRAME == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_two_parts_of_a_page_say_one_thing_by_one_name(page: type[Page]) -> None:
    kinds: dict[str, Any] = {}
    for part in filter(is_part, get_type_hints(page).values()):
        for name, kind in said_by(part).items():
            assert kinds.setdefault(name, kind) == kind, name


def test_every_page_has_its_template() -> None:
    assert {page.template for page in PAGES} <= set(templates.list_templates())
