"""Writes a file whole or not at all, or streams to standard output."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from domain.kernel.errors import Invalid
from domain.kernel.messages import say


def write_out(output: str, pieces: Iterator[bytes], progress: Callable[[int], None]) -> None:
    """Write pieces to a file, or to standard output where it is called `-`.

    Raises Invalid where the file cannot be written; what was there before stays then.
    """
    if output == "-":
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
        return
    file = Path(output)
    if not output or file.is_dir():
        message = say(
            "“{output}” is no file to write to. Name one, or - for standard output.", output=output
        )
        raise Invalid(message)
    plain = not file.exists() or (file.is_file() and not file.is_symlink())
    beside = file.with_name(f".{file.name}.part") if plain else file
    try:
        with beside.open("wb") as into:
            _pour(into, pieces, progress)
        if plain:
            beside.replace(file)
    except OSError as wrong:
        message = say("{file} cannot be written: {why}.", file=str(file), why=wrong.strerror or "")
        raise Invalid(message) from None
    finally:
        if plain:
            beside.unlink(missing_ok=True)


def _pour(into: BinaryIO, pieces: Iterator[bytes], progress: Callable[[int], None]) -> None:
    for piece in pieces:
        into.write(piece)
        progress(piece.count(b"\n"))
