"""Reads the frozen corpus: lines that were exported once and must be readable for ever."""

from pathlib import Path
from typing import Any

from msgspec.json import decode

CORPUS = Path(__file__).parent / "corpus"
SUMS = CORPUS / "SHA256SUMS"


def frozen_files() -> list[Path]:
    """Return the files of the corpus, oldest first."""
    return sorted(CORPUS.glob("*.ndjson"))


def raw_lines() -> list[bytes]:
    """Return every frozen line as the bytes it has."""
    return [line for file in frozen_files() for line in file.read_bytes().splitlines()]


def frozen_lines() -> list[dict[str, Any]]:
    """Return every frozen line, taken apart."""
    return [decode(line) for line in raw_lines()]
