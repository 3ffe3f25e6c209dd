"""The lists of phrases that advice starts from: plain text files that anybody can read and mend."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

Lists = Mapping[str, Sequence[str]]


def _load(folder: Path) -> Lists:
    found = {path.stem: _phrases(path) for path in folder.glob("*.txt")}
    return MappingProxyType(dict(sorted(found.items())))


def _phrases(path: Path) -> tuple[str, ...]:
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    return tuple(sorted(line for line in lines if line and not line.startswith("#")))


LISTS: Lists = _load(Path(__file__).parent / "lists")
