"""A language in which each text of ours stands in brackets, so that what was not said is seen."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from web.i18n import languages as choosing
from web.message_extraction import extract

ROOT = Path(__file__).parents[3]
TEMPLATES = ROOT / "web" / "templates"
OPTIONS = dict.fromkeys(("trim_blocks", "lstrip_blocks", "trimmed", "newstyle_gettext"), "true")
OPTIONS |= {"silent": "false"}
MANY = {"gettext": None, "ngettext": (1, 2), "say_many": (2, 3)}
SAID = {"say": None, "say_many": (2, 3), "gettext": None}


def texts() -> Catalog:
    """Return every text of every template, each translated into itself in brackets."""
    catalogue = Catalog("de")
    for _, _, said, _, _ in extract_from_dir(
        TEMPLATES, [("**.html", "jinja2")], {"**.html": OPTIONS}, keywords=MANY
    ):
        _add(catalogue, said)
    return catalogue


def _add(catalogue: Catalog, said: Any) -> None:
    more = said if isinstance(said, tuple) else (said,)
    told = tuple(f"⟦{each}⟧" for each in more)
    catalogue.add(said, told if isinstance(said, tuple) else told[0])


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A catalogue in which each text stands in brackets, as if it were German."""
    catalogue = texts()
    for room in ("domain", "pilots", "projections", "web"):
        mapped = [("**.py", "python")]
        for _, _, said, _, _ in extract_from_dir(ROOT / room, mapped, keywords=SAID):
            _add(catalogue, said)
    for _, _, text, _ in extract():
        _add(catalogue, text)
    with (tmp_path / "de.po").open("wb") as file:
        write_po(file, catalogue)
    monkeypatch.setattr(choosing, "CATALOGUES", tmp_path)
    choosing.languages.cache_clear()
    choosing.language_called.cache_clear()
    yield
    choosing.languages.cache_clear()
    choosing.language_called.cache_clear()
