"""A style sheet of one part of the pages changes the look of no other part."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SHEETS = Path(__file__).parents[2] / "web" / "static" / "css"
SHARED = ("tokens", "layout", "components", "forms", "charts")  # what every part may build on
LENT = {  # classes one part takes over from another on purpose
    ("composer", "decide"): {"mini"},
    ("composer", "learning"): {"learned"},
    ("learning", "worth"): {"view"},
    ("media", "review_print"): {"off-paper"},
    ("method", "learning"): {"group"},
    ("pilot", "media"): {"week"},
    ("things", "together"): {"held"},
    ("things", "worth"): {"held"},
    ("together", "worth"): {"folded", "key"},
    ("worth", "decide"): {"bullet", "bullet-all", "bullet-got"},
}
CLASS = re.compile(r"\.([a-z][a-z0-9-]*)")
OPENS = re.compile(r"\s*\.([a-z][a-z0-9-]*)")


def selectors(sheet: str) -> Iterator[str]:
    text = re.sub(r"/\*.*?\*/", "", (SHEETS / f"{sheet}.css").read_text(), flags=re.DOTALL)
    for found in re.findall(r"([^{};]+)\{", text):
        if not found.strip().startswith("@"):
            yield from found.split(",")


def classes(sheet: str) -> set[str]:
    return {name for each in selectors(sheet) for name in CLASS.findall(each)}


def opened(sheet: str) -> set[str]:
    """Return the classes that begin a selector: they act wherever they stand."""
    return {found[1] for each in selectors(sheet) if (found := OPENS.match(each))}


PARTS = sorted({path.stem for path in SHEETS.glob("*.css")} - {*SHARED})


@pytest.mark.parametrize("part", PARTS)
def test_no_two_parts_style_the_same_class(part: str) -> None:
    shared = set[str]().union(*(classes(sheet) for sheet in SHARED))
    taken = {
        other: both
        for other in PARTS
        if other != part
        and (
            both := (opened(part) & classes(other))
            - shared
            - LENT.get((part, other), LENT.get((other, part), set()))
        )
    }
    assert taken == {}
