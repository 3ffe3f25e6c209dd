"""Templates type no address: `url` makes each, so that the product can be served anywhere."""

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "web" / "templates"
ADDRESS = re.compile(r"(?<![\w-])(?:href|action|formaction|src|hx-get|hx-post)=[\"'](.{0,60})")
MADE = re.compile(r"\{\{ (?:url|here)\(|#")
OPENS = re.compile(r"(?:\{% if at %\})?\{\{ (?P<name>\w+)")
SET = re.compile(r"\{%-? (?:set|with) (?P<name>\w+) = (?P<by>url\(|\w+)|\{% macro (?P<macro>\w+)")
TYPED = re.compile(r"(?<!url\()(?<!url\(\()\"/[a-z]+")
TEXTS = {str(file.relative_to(FOLDER)): file.read_text() for file in FOLDER.rglob("*.html")}


def made_once() -> set[str]:
    """Return the names of addresses that are made once in a template and said several times."""
    names = set[str]()
    for text in TEXTS.values():
        for found in SET.finditer(text):
            if found["by"] == "url(" or found["by"] in names:
                names.add(found["name"])
    return names | {"page", "href"}  # macros: of a person in a picture, and of what `here` says


@pytest.mark.parametrize("template", sorted(TEXTS))
def test_no_template_types_an_address(template: str) -> None:
    names = made_once()
    typed = [
        said
        for said in ADDRESS.findall(TEXTS[template])
        if not MADE.match(said) and not ((name := OPENS.match(said)) and name["name"] in names)
    ]

    assert typed == []
