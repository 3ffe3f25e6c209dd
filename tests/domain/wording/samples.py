"""The sentences and audiences that the lists are held against, read from the files beside this."""

from collections.abc import Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).parent


def sections(name: str) -> Mapping[str, Sequence[str]]:
    """Return the lines of each section of a file; a section begins with its name in brackets."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in (HERE / name).read_text("utf-8").splitlines():
        if line.startswith("["):
            lines = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return found


SENTENCES = {**sections("sentences.txt"), **sections("later.txt"), **sections("blind.txt")}
AUDIENCES = sections("audiences.txt")
