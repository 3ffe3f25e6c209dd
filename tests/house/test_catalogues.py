"""Every text has a translation in each language that is offered, with places for its values."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

from web.i18n.languages import CATALOGUES

ROOT = Path(__file__).parents[2]
PLACES = re.compile(r"\{\w*(?::[^}]*)?\}|%\(\w+\)s")


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All texts there are, as `make texts` finds them."""
    found = tmp_path_factory.mktemp("texts") / "texts.pot"
    _as_made("extract", {"web/i18n/texts.pot": str(found)})
    return found


def test_each_text_has_a_translation_with_the_same_places(found: Path) -> None:
    with found.open("rb") as file:
        wanted = {each.id for each in read_po(file) if each.id}
    assert len(wanted) > 2500

    for path in CATALOGUES.glob("*.po"):
        with path.open("rb") as file:
            told = {each.id: each.string for each in read_po(file, locale=path.stem) if each.id}
        assert sorted(map(str, wanted - told.keys())) == [], "Run `make texts`, and translate."
        assert sorted(map(str, told.keys() - wanted)) == [], "Run `make texts`."
        assert [text for text, string in told.items() if not fits(text, string)] == []


def test_texts_that_are_brought_in_again_leave_a_catalogue_as_it_is(
    found: Path, tmp_path: Path
) -> None:
    kept = CATALOGUES / "de.po"
    copy = shutil.copy(kept, tmp_path)
    stands = {"web/i18n/texts.pot": str(found), '"$$(basename "$$each" .po)"': "de"}
    _as_made("update", stands | {'"$$each"': str(copy)})

    assert whoever_made(Path(copy)) == whoever_made(kept), "Run `make texts`."


def whoever_made(catalogue: Path) -> str:
    """Return a catalogue without the version of Babel that wrote it."""
    return re.sub(r'"Generated-By: .*\n', "", catalogue.read_text())


def _as_made(does: str, stands: dict[str, str]) -> None:
    """Run what the Makefile runs of Babel, with other files in the places of its own."""
    run = re.search(rf"pybabel -q ({does} [^;\n]*)", (ROOT / "Makefile").read_text())
    assert run
    said = run[1]
    for place, file in stands.items():
        said = said.replace(place, file)
    babel = [sys.executable, "-m", "babel.messages.frontend", "-q", *said.split()]
    subprocess.run(babel, cwd=ROOT, check=True)


def fits(text: Any, string: Any) -> bool:
    """Tell whether a translation is there and puts the values in that the text puts in."""
    several, told = (
        each if isinstance(each, (tuple, list)) else (each,) for each in (text, string)
    )
    places = [sorted(PLACES.findall(each)) for each in (*several[-1:], *told[-1:])]
    return all(told) and len(several) == len(told) and places[0] == places[1]
