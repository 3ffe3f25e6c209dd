"""A template part declares what it needs in its first line, and needs exactly that."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment, meta

from web.http.templates import templates

LINE = 160  # characters
FOLDER = Path(__file__).parents[2] / "web" / "templates"
SET_HERE = re.compile(r"(?:\{% set|,) (\w+)(?=[,\w ]* (?:=|%\}))")  # perhaps on one way only
NEEDS = re.compile(r"\{# needs: (?P<names>[a-z_]+(?:, [a-z_]+)*|nothing) #\}")


def needed(environment: Environment, text: str) -> set[str]:
    """Return the names a template takes from whoever renders it."""
    taken = meta.find_undeclared_variables(environment.parse(text)) - set(environment.globals)
    taken -= {"_trans"}  # what Jinja itself counts by
    return taken - set(SET_HERE.findall(text))


@pytest.mark.parametrize(
    "part",
    sorted(FOLDER.rglob("_*.html")),
    ids=lambda part: str(part.relative_to(FOLDER)),
)
def test_a_part_declares_in_its_first_line_what_it_needs(part: Path) -> None:
    text = part.read_text()
    declared = NEEDS.match(text.splitlines()[0])
    assert declared, text.splitlines()[0]
    names = set(declared["names"].split(", ")) - {"nothing"}
    assert names == needed(templates, text)


def test_a_line_of_a_template_has_at_most_160_characters() -> None:
    long = [
        f"{part.relative_to(FOLDER)}:{number}"
        for part in FOLDER.rglob("*.html")
        for number, line in enumerate(part.read_text().splitlines(), 1)
        if len(line) > LINE
    ]

    assert long == []


def test_what_decides_is_never_said_in_a_language() -> None:
    decides = re.compile(r"[!=]= gettext\(|(?:class|href|id|name)=\"[^\"]*gettext\(")
    found = [str(part) for part in FOLDER.rglob("*.html") if decides.search(part.read_text())]

    assert found == []
