"""Every text has a translation in each language that is offered, with places for its values."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from babel.messages.pofile import read_po

from web.language.choosing import CATALOGUES

ROOT = Path(__file__).parents[2]
PLACES = re.compile(r"\{\w*(?::[^}]*)?\}|%\(\w+\)s")


def test_each_text_has_a_translation_with_the_same_places(tmp_path: Path) -> None:
    found = tmp_path / "texts.pot"
    (line,) = [each for each in (ROOT / "Makefile").read_text().splitlines() if " extract " in each]
    said = line.strip().replace("web/language/texts.pot", str(found)).split()[1:]
    subprocess.run(
        [sys.executable, "-m", "babel.messages.frontend", *said], cwd=ROOT, check=True
    )  # our own Makefile
    with found.open("rb") as file:
        wanted = {each.id for each in read_po(file) if each.id}
    assert len(wanted) > 2500

    for path in CATALOGUES.glob("*.po"):
        with path.open("rb") as file:
            told = {each.id: each.string for each in read_po(file, locale=path.stem) if each.id}
        assert sorted(map(str, wanted - told.keys())) == [], "Run `make texts`, and translate."
        assert sorted(map(str, told.keys() - wanted)) == [], "Run `make texts`."
        assert [text for text, string in told.items() if not fits(text, string)] == []


def fits(text: Any, string: Any) -> bool:
    """Tell whether a translation is there and puts the values in that the text puts in."""
    several, told = (
        each if isinstance(each, (tuple, list)) else (each,) for each in (text, string)
    )
    places = [sorted(PLACES.findall(each)) for each in (*several[-1:], *told[-1:])]
    return all(told) and len(several) == len(told) and places[0] == places[1]
