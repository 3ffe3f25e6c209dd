"""What the documents name is there, and the picture of the rooms shows them as they are."""

import re
from pathlib import Path

import pytest

from tests.house.rooms import picture

ROOT = Path(__file__).parents[2]
ROOMS = ("domain", "pilots", "projections", "web", "tests", "bench", "docs", ".ci")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
IN_CODE = re.compile(r"`([^`\s]+)`")
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")
FILE = re.compile(r"[\w.*-]+\.(?:py|html|css|js|md|txt|toml|svg|png|po|pot|sqlite|json|xml)")
MADE = {"events.sqlite", "operations.sqlite", "views.sqlite", "web/i18n/texts.pot"}  # at work
ROW = re.compile(r"^\| (.+) \|$", re.MULTILINE)


def files_in(page: Path) -> set[str]:
    """Return every file or folder that a document names in code type, as far as it is one."""
    named = {each.partition(":")[0] for each in IN_CODE.findall(page.read_text())}
    return {
        each
        for each in named - MADE
        if re.fullmatch(r"[\w./*-]+", each)
        and (FILE.fullmatch(each) or each.startswith(tuple(f"{room}/" for room in ROOMS)))
    }


def is_there(named: str) -> bool:
    """Tell whether a file of this path is here, or one of this name in any room."""
    in_rooms = (found for room in ROOMS for found in (ROOT / room).rglob(named))
    return any(ROOT.glob(named)) or ("/" not in named and any(in_rooms))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_file_that_a_document_names_is_there(page: Path) -> None:
    assert sorted(each for each in files_in(page) if not is_there(each)) == []


@pytest.mark.parametrize("page", [*PAGES, *DECISIONS], ids=lambda page: page.name)
def test_a_link_in_a_document_leads_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text())
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_a_document_that_names_a_file_nobody_has_is_found_out(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("`web/app.py`, `web/nowhere.py`, `nowhere.py` and `people.name` are named.")
    assert sorted(each for each in files_in(page) if not is_there(each)) == [
        "nowhere.py",
        "web/nowhere.py",
    ]


def test_the_picture_of_the_rooms_shows_what_they_import() -> None:
    assert (ROOT / "docs" / "pictures" / "rooms.svg").read_text() == picture(), "run `make lists`"


def test_the_glossary_has_one_row_for_a_concept() -> None:
    rows = ROW.findall((ROOT / "docs" / "glossary.md").read_text())
    cells = [row.split(" | ") for row in rows]
    assert {len(each) for each in cells} == {5}
    concepts = [each[0] for each in cells if each[0] != "concept"]
    assert sorted(concepts) == sorted(set(concepts))
