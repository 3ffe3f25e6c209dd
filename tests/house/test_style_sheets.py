"""Each class is owned by one style sheet: no other changes how it looks wherever it stands.

A rule opens with a class, or an id, of its own sheet. Within that it may place what the shared
sheets own, such as a button in a notice; of another topic it says nothing.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from web.http.style_sheet import SHEETS as IN_ORDER

SHEETS = Path(__file__).parents[2] / "web" / "static" / "css"
SHARED = ("tokens", "frame", "ui", "result")  # what every topic builds on
ALL = sorted(path.stem for path in SHEETS.glob("*.css"))
TOPICS = [sheet for sheet in ALL if sheet not in SHARED]
NAME = re.compile(r"[.#][a-z][a-z0-9-]*")


def selectors(sheet: str) -> Iterator[str]:
    text = re.sub(r"/\*.*?\*/", "", (SHEETS / f"{sheet}.css").read_text(), flags=re.DOTALL)
    for found in re.findall(r"([^{};]+)\{", text):
        if not found.strip().startswith("@"):
            yield from re.split(r",(?![^()]*\))", found)


def opened(sheet: str) -> set[str]:
    """Return the names that begin a rule: they are the sheet's own."""
    return {found[0] for each in selectors(sheet) if (found := NAME.search(each))}


def named(sheet: str) -> set[str]:
    return {name for each in selectors(sheet) for name in NAME.findall(each)}


@pytest.mark.parametrize("sheet", ALL)
def test_no_two_sheets_own_the_same_class(sheet: str) -> None:
    taken = {other: opened(sheet) & opened(other) for other in ALL if other != sheet}

    assert {other: both for other, both in taken.items() if both} == {}


@pytest.mark.parametrize("sheet", TOPICS)
def test_a_topic_says_nothing_about_another(sheet: str) -> None:
    shared = set[str]().union(*(named(each) for each in SHARED))
    taken = {other: named(sheet) & named(other) - shared for other in TOPICS if other != sheet}

    assert {other: both for other, both in taken.items() if both} == {}


@pytest.mark.parametrize("sheet", SHARED)
def test_what_is_shared_knows_no_topic(sheet: str) -> None:
    topics = set[str]().union(*(opened(each) for each in TOPICS))

    assert named(sheet) & topics == set()


def test_a_sheet_is_called_as_the_folder_of_its_templates_and_every_page_has_it() -> None:
    folders = {
        folder.name for folder in (Path(__file__).parents[2] / "web" / "templates").iterdir()
    }

    assert {*ALL} - folders == {"tokens", "review_print"}
    assert set(IN_ORDER) == {*ALL} - {"review_print"}
